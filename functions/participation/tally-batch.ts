import { Logger } from "@aws-lambda-powertools/logger";
import type { DynamoDBBatchResponse, DynamoDBRecord } from "aws-lambda";
import { type Countable, countableMember, countableParticipation } from "../../shared/domain/tally.ts";
import { readMember } from "../../shared/table/member.ts";
import { readParticipation } from "../../shared/table/participation.ts";
import type { Table } from "../../shared/table/table.ts";
import { describe } from "../edge/chain.ts";
import { failedFrom, readChange } from "../edge/stream.ts";
import { type ByOwner, count } from "./count.ts";

const logger = new Logger({ serviceName: "tally" });

/** How each countable entity is put into the counts; records of any other are none of the tally's business. */
export const countables: Record<string, (item: Record<string, unknown>) => Countable> = {
  participation: (item) => countableParticipation(readParticipation(item)),
  member: (item) => countableMember(readMember(item)),
};

interface Read {
  record: DynamoDBRecord;
  owner: string;
}

/**
 * Counts a batch of the table's stream. One item that cannot be read, or an owner that others change at every try, fails
 * alone: the rest of the batch is counted first.
 */
export async function tallyBatch(
  table: Table,
  records: readonly DynamoDBRecord[],
  clock: () => Date,
): Promise<DynamoDBBatchResponse> {
  const failed = new Set<DynamoDBRecord>();
  const things: ByOwner = new Map();
  const read: Read[] = [];
  for (const record of records) {
    try {
      const owner = collect(record, things);
      if (owner !== undefined) read.push({ record, owner });
    } catch (error) {
      failed.add(record);
      logger.error("a record could not be read", { event: record.eventID, fault: describe(error) });
    }
  }
  const uncounted = new Set(await count(table, things, clock));
  for (const { record, owner } of read) if (uncounted.has(owner)) failed.add(record);
  return failedFrom(records, failed);
}

/** Notes what a record says under its owner, the newest version of each thing only. */
function collect(record: DynamoDBRecord, things: ByOwner): string | undefined {
  const { after } = readChange(record);
  const countable = countables[String(after?.entity)]?.(after ?? {});
  if (!countable) return undefined;
  const owner = String(after?.pk);
  const known = things.get(owner) ?? [];
  const older = known.find(({ thing }) => thing === countable.thing);
  if (older && older.entry.version >= countable.entry.version) return owner;
  things.set(owner, [...known.filter((other) => other !== older), countable]);
  return owner;
}
