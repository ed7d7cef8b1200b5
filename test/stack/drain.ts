import {
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  type Message,
  ReceiveMessageCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import type { SQSBatchResponse, SQSRecord } from "aws-lambda";
import { clientFor, engine } from "./provided.ts";

export interface Drain {
  queueUrl: string;
  handle: (records: SQSRecord[]) => Promise<SQSBatchResponse>;
  /** Batches that are worked on at once. */
  workers?: number;
  /** How often a message may come before it is left alone, as before a dead-letter queue. */
  mostReceives?: number;
}

/**
 * Works a queue off as Lambda does: batches of ten, what is done is deleted, what failed comes again (at once). A handler
 * that throws fails its whole batch. Gives the number of messages that were given up.
 */
export async function drain({ queueUrl, handle, workers = 1, mostReceives = 50 }: Drain): Promise<number> {
  const client = new SQSClient(clientFor(engine().endpoint));
  let givenUp = 0;
  const work = async (): Promise<void> => {
    for (;;) {
      const { Messages = [] } = await client.send(
        new ReceiveMessageCommand({
          QueueUrl: queueUrl,
          MaxNumberOfMessages: 10,
          VisibilityTimeout: 30,
          MessageSystemAttributeNames: ["ApproximateReceiveCount"],
        }),
      );
      if (Messages.length === 0) return;
      const failed = await failures(handle, Messages);
      const tired = Messages.filter(
        (message) =>
          failed.has(message) && Number(message.Attributes?.ApproximateReceiveCount) >= mostReceives,
      );
      givenUp += tired.length;
      const done = Messages.filter((message) => !failed.has(message) || tired.includes(message));
      await finish(client, {
        queueUrl,
        done,
        again: [...failed].filter((message) => !tired.includes(message)),
      });
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  client.destroy();
  return givenUp;
}

async function failures(handle: Drain["handle"], messages: Message[]): Promise<Set<Message>> {
  try {
    const { batchItemFailures } = await handle(messages.map(recordOf));
    const ids = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    return new Set(messages.filter(({ MessageId }) => ids.has(MessageId ?? "")));
  } catch {
    return new Set(messages);
  }
}

async function finish(
  client: SQSClient,
  { queueUrl: QueueUrl, done, again }: { queueUrl: string; done: Message[]; again: Message[] },
): Promise<void> {
  const Entries = done.map(({ ReceiptHandle }, i) => ({ Id: String(i), ReceiptHandle }));
  if (Entries.length > 0) await client.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
  for (const { ReceiptHandle } of again)
    await client.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }));
}

/** A message in the shape in which Lambda hands it to a consumer; what ours do not read is left out. */
function recordOf(message: Message): SQSRecord {
  return {
    messageId: message.MessageId,
    body: message.Body,
    receiptHandle: message.ReceiptHandle,
  } as SQSRecord;
}
