import { setTimeout as sleep } from "node:timers/promises";
import { GetQueueAttributesCommand, SQSClient } from "@aws-sdk/client-sqs";
import { clientFor, wholeStack } from "../stack/provided.ts";

/**
 * Waits until no mail for many is queued or being sent. A journey that causes hundreds ends with it, so that those of other
 * journeys do not stand in line behind them; throws after four minutes.
 */
export async function untilBulkIsSent(): Promise<void> {
  const { endpoint, environment } = wholeStack();
  const client = new SQSClient(clientFor(endpoint));
  const deadline = Date.now() + 240_000;
  while ((await queued(client, environment.BULK_QUEUE_URL)) > 0) {
    if (Date.now() > deadline) throw new Error("mails for many are queued still");
    await sleep(500);
  }
  client.destroy();
}

async function queued(client: SQSClient, QueueUrl: string | undefined): Promise<number> {
  const AttributeNames = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"] as const;
  const { Attributes = {} } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...AttributeNames] }),
  );
  return AttributeNames.reduce((sum, name) => sum + Number(Attributes[name]), 0);
}
