import type { DynamoDBStreamEvent } from "aws-lambda";
import { openTable } from "../../shared/table/table.ts";
import { environment } from "../edge/environment.ts";
import { tallyBatch } from "./tally-batch.ts";

const table = openTable(environment("TABLE_NAME").TABLE_NAME);

export const handler = ({ Records }: DynamoDBStreamEvent) => tallyBatch(table, Records, () => new Date());
