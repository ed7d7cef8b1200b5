import type { DynamoDBStreamEvent } from "aws-lambda";
import { openTable } from "../../shared/table/table.ts";
import { environment } from "../edge/environment.ts";
import { noteSignups } from "./note-signups.ts";
import { tallyBatch } from "./tally-batch.ts";

const table = openTable(environment("TABLE_NAME").TABLE_NAME);

export const handler = async ({ Records }: DynamoDBStreamEvent) => {
  const answer = await tallyBatch(table, Records, () => new Date());
  await noteSignups(table, Records, answer);
  return answer;
};
