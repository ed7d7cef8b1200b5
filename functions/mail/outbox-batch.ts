import { Logger } from "@aws-lambda-powertools/logger";
import type { DynamoDBBatchResponse, DynamoDBRecord } from "aws-lambda";
import { owedByMember } from "../../shared/mail/member-owed.ts";
import { type OwedMail, owedByParticipation } from "../../shared/mail/owed.ts";
import { readMember } from "../../shared/table/member.ts";
import { readParticipation } from "../../shared/table/participation.ts";
import { describe } from "../edge/chain.ts";
import { type Change, failedFrom, readChange } from "../edge/stream.ts";
import { type MailQueues, queueMails } from "./queues.ts";

const logger = new Logger({ serviceName: "outbox" });

/** Which mails a change of each entity owes; changes of any other owe none. */
const owing: Record<string, (change: Required<Change>) => OwedMail[]> = {
  participation: ({ before, after }) =>
    after ? owedByParticipation(before && readParticipation(before), readParticipation(after)) : [],
  member: ({ before, after }) => (after ? owedByMember(before && readMember(before), readMember(after)) : []),
};

/**
 * Queues what a batch of the table's stream owes. Deciding is pure, so a batch that comes twice queues the same keys
 * twice, and the mailer sends each once.
 */
export async function outboxBatch(
  queues: MailQueues,
  records: readonly DynamoDBRecord[],
): Promise<DynamoDBBatchResponse> {
  const failed = new Set<DynamoDBRecord>();
  const owed = new Map<OwedMail, DynamoDBRecord>();
  for (const record of records) {
    try {
      for (const mail of owedBy(record)) owed.set(mail, record);
    } catch (error) {
      failed.add(record);
      logger.error("a record could not be read", { event: record.eventID, fault: describe(error) });
    }
  }
  for (const mail of await queueMails(queues, [...owed.keys()])) {
    const record = owed.get(mail);
    if (record) failed.add(record);
  }
  return failedFrom(records, failed);
}

function owedBy(record: DynamoDBRecord): OwedMail[] {
  const { before, after } = readChange(record);
  return owing[String(after?.entity)]?.({ before, after }) ?? [];
}
