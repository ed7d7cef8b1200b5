import type { SQSEvent } from "aws-lambda";
import { pictureStore } from "../../shared/pictures/store.ts";
import { openTable } from "../../shared/table/table.ts";
import { environment } from "../edge/environment.ts";
import { removeBatch } from "./remove-batch.ts";

const env = environment("TABLE_NAME", "PICTURES_BUCKET");
const removing = { table: openTable(env.TABLE_NAME), store: pictureStore(env.PICTURES_BUCKET) };

export const handler = ({ Records }: SQSEvent) => removeBatch(removing, Records);
