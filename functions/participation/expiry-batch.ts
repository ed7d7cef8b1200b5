import { Logger } from "@aws-lambda-powertools/logger";
import type { DynamoDBBatchResponse, DynamoDBRecord } from "aws-lambda";
import { forgetPerson } from "../../shared/table/forget.ts";
import { readParticipation } from "../../shared/table/participation.ts";
import type { Table } from "../../shared/table/table.ts";
import { describe } from "../edge/chain.ts";
import { failedFrom, readChange } from "../edge/stream.ts";

const logger = new Logger({ serviceName: "expiry" });

/**
 * Forgets people whose pending participation was removed because nobody confirmed it, where they have nothing else and
 * have not signed up since. Safe to repeat. What fails here is found by the daily recount too.
 */
export async function expiryBatch(
  table: Table,
  records: readonly DynamoDBRecord[],
): Promise<DynamoDBBatchResponse> {
  const failed = new Set<DynamoDBRecord>();
  for (const record of records) {
    try {
      await forget(table, record);
    } catch (error) {
      failed.add(record);
      logger.error("a removal could not be followed", { event: record.eventID, fault: describe(error) });
    }
  }
  return failedFrom(records, failed);
}

async function forget(table: Table, record: DynamoDBRecord): Promise<void> {
  const { before, after } = readChange(record);
  if (after || before?.entity !== "participation") return;
  const { state, person, changedAt } = readParticipation(before);
  if (state === "pending") await forgetPerson(table, person, changedAt);
}
