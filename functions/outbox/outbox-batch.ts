import { Logger } from "@aws-lambda-powertools/logger";
import type { SQSClient } from "@aws-sdk/client-sqs";
import type { DynamoDBBatchResponse, DynamoDBRecord } from "aws-lambda";
import { isBulk } from "../../shared/mail/purpose.ts";
import { describe } from "../edge/chain.ts";
import { sendMessages } from "../edge/send-messages.ts";
import { type Change, failedFrom, readChange } from "../edge/stream.ts";
import { forgottenBy, picturesChangedBy, signaturesChangedBy } from "./follow-ups.ts";
import { mailsOwedBy } from "./owing.ts";

const logger = new Logger({ serviceName: "outbox" });

/** The queues of those who do what changes lead to. */
const queueNames = ["prompt", "bulk", "signatures", "forgetting", "pictures"] as const;
type QueueName = (typeof queueNames)[number];

/** They by URL, and who puts messages into them. */
export type OutboxQueues = Record<QueueName, string> & { client: SQSClient };

type Owed = Record<QueueName, object[]>;

/**
 * Queues what a batch of the table's stream leads to: mails, and what follows a change elsewhere. Deciding is pure, so a
 * batch that comes twice queues the same messages twice, and each of those who take them in bears that.
 */
export async function outboxBatch(
  queues: OutboxQueues,
  records: readonly DynamoDBRecord[],
): Promise<DynamoDBBatchResponse> {
  const failed = new Set<DynamoDBRecord>();
  const from = new Map<object, DynamoDBRecord>();
  const owed: Owed = { prompt: [], bulk: [], signatures: [], forgetting: [], pictures: [] };
  for (const record of records) {
    try {
      const more = owedBy(readChange(record));
      for (const name of queueNames)
        for (const message of more[name]) {
          owed[name].push(message);
          from.set(message, record);
        }
    } catch (error) {
      failed.add(record);
      logger.error("a record could not be read", { event: record.eventID, fault: describe(error) });
    }
  }
  for (const name of queueNames) {
    for (const message of await sendMessages(queues.client, queues[name], owed[name])) {
      const record = from.get(message);
      if (record) failed.add(record);
    }
  }
  return failedFrom(records, failed);
}

function owedBy(change: Change): Owed {
  const mails = mailsOwedBy(change);
  return {
    prompt: mails.filter(({ kind }) => !isBulk(kind)),
    bulk: mails.filter(({ kind }) => isBulk(kind)),
    signatures: signaturesChangedBy(change),
    forgetting: forgottenBy(change),
    pictures: picturesChangedBy(change),
  };
}
