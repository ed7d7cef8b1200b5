import type { DynamoDBStreamEvent } from "aws-lambda";
import { openTable } from "../../shared/table/table.ts";
import { environment } from "../edge/environment.ts";
import { expiryBatch } from "./expiry-batch.ts";

const table = openTable(environment("TABLE_NAME").TABLE_NAME);

export const handler = ({ Records }: DynamoDBStreamEvent) => expiryBatch(table, Records);
