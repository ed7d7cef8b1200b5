import type { SQSEvent } from "aws-lambda";
import { scopeDetails } from "../../shared/table/scope.ts";
import { openTable } from "../../shared/table/table.ts";
import { environment } from "../edge/environment.ts";
import { followBatch } from "./follow-batch.ts";

const table = openTable(environment("TABLE_NAME").TABLE_NAME);

/** The texts in force are read afresh: a kept copy could miss a version that came while somebody confirmed. */
const following = { table, scope: (scope: Parameters<typeof scopeDetails>[1]) => scopeDetails(table, scope) };

export const handler = ({ Records }: SQSEvent) => followBatch(following, Records);
