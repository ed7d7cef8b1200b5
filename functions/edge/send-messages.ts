import { SendMessageBatchCommand, type SQSClient } from "@aws-sdk/client-sqs";

const messagesAtOnce = 10;

/** Puts messages into a queue, ten a call. Answers with those that the queue did not take; they are to be put in again. */
export async function sendMessages<Body extends object>(
  client: SQSClient,
  QueueUrl: string,
  bodies: readonly Body[],
): Promise<Set<Body>> {
  const failed = new Set<Body>();
  for (let start = 0; start < bodies.length; start += messagesAtOnce) {
    const batch = bodies.slice(start, start + messagesAtOnce);
    const Entries = batch.map((body, i) => ({ Id: String(i), MessageBody: JSON.stringify(body) }));
    const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
    for (const { Id } of Failed) {
      const body = batch[Number(Id)];
      if (body) failed.add(body);
    }
  }
  return failed;
}
