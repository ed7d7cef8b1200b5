import type { SQSEvent } from "aws-lambda";
import { openTable } from "../../shared/table/table.ts";
import { environment } from "../edge/environment.ts";
import { forgetBatch } from "./forget-batch.ts";

const table = openTable(environment("TABLE_NAME").TABLE_NAME);

export const handler = ({ Records }: SQSEvent) => forgetBatch(table, Records);
