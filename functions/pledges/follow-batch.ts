import type { DynamoDBBatchResponse, DynamoDBRecord } from "aws-lambda";
import type { ActionScope, CampaignScope } from "../../shared/domain/scope.ts";
import { followSignature } from "../../shared/table/follow-signature.ts";
import { participationOf, readParticipation } from "../../shared/table/participation.ts";
import { isSignable, type ScopeItem } from "../../shared/table/scope.ts";
import type { Table } from "../../shared/table/table.ts";
import { describe, logger } from "../edge/chain.ts";
import { failedFrom, readChange } from "../edge/stream.ts";

export interface Following {
  table: Table;
  scope: (scope: CampaignScope | ActionScope) => Promise<ScopeItem | undefined>;
}

/**
 * Makes lists, referrals and questions follow what the stream tells of signatures. Not the record's image decides but the
 * signature as it stands, so a batch that comes again, late or out of order changes nothing that is right.
 */
export async function followBatch(
  following: Following,
  records: readonly DynamoDBRecord[],
): Promise<DynamoDBBatchResponse> {
  const failed = new Set<DynamoDBRecord>();
  for (const record of records) {
    try {
      await follow(following, record);
    } catch (error) {
      failed.add(record);
      logger.error("a signature could not be followed", { event: record.eventID, fault: describe(error) });
    }
  }
  return failedFrom(records, failed);
}

async function follow({ table, scope }: Following, record: DynamoDBRecord): Promise<void> {
  const change = readChange(record);
  if (change.after?.entity !== "participation" || change.after.signature === undefined) return;
  const after = readParticipation(change.after);
  const before = change.before && readParticipation(change.before);
  const waited = before === undefined || before.state === "pending";
  if (after.state === "pending" && waited) return;
  const signature = await participationOf(table, after.person, after.scope);
  const item = await scope(after.scope);
  if (!signature || !isSignable(item)) return;
  const referrers = [before, after].flatMap((image) => image?.signature?.referral?.referrer ?? []);
  await followSignature(table, { signature, referrers }, item);
}
