import type { SQSEvent } from "aws-lambda";
import { pictureStore } from "../../shared/pictures/store.ts";
import { openTable } from "../../shared/table/table.ts";
import { environment } from "../edge/environment.ts";
import { followBatch } from "./follow-batch.ts";

const env = environment("TABLE_NAME", "PICTURES_BUCKET");
const following = { table: openTable(env.TABLE_NAME), store: pictureStore(env.PICTURES_BUCKET) };

export const handler = ({ Records }: SQSEvent) => followBatch(following, Records);
