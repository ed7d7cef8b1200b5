import { setTimeout as sleep } from "node:timers/promises";
import { GetQueueAttributesCommand, SQSClient } from "@aws-sdk/client-sqs";
import { clientFor, wholeStack } from "../stack/provided.ts";
import { asked, countOf, until } from "./visitor.ts";

/** Ways to know that no second mail and no second count comes any more. */

const workshop = "encryption-workshop";

/**
 * Waits until all that was done before is counted, and its mails are queued: the stream is read in order, so they are once
 * somebody who comes after has been mailed and counted.
 */
export async function untilAllIsCounted(): Promise<void> {
  const { people } = await countOf(`event.${workshop}`);
  await asked(`/api/events/${workshop}/registrations`, {});
  await until(
    () => countOf(`event.${workshop}`),
    (count) => count.people > people,
  );
}

/** Waits until every mail that is owed for what was done before has left. */
export async function untilAllIsMailed(): Promise<void> {
  await untilAllIsCounted();
  await untilQueuesAreEmpty();
}

/**
 * Waits until no mail is queued or being sent. A journey that causes hundreds ends with it, so that those of other
 * journeys do not stand in line behind them; throws after four minutes.
 */
export async function untilQueuesAreEmpty(): Promise<void> {
  const { endpoint, environment } = wholeStack();
  const { CONFIRMATION_QUEUE_URL, BULK_QUEUE_URL } = environment;
  const client = new SQSClient(clientFor(endpoint));
  const deadline = Date.now() + 240_000;
  const waiting = () =>
    Promise.all([CONFIRMATION_QUEUE_URL, BULK_QUEUE_URL].map((url) => queued(client, url)));
  while ((await waiting()).some((count) => count > 0)) {
    if (Date.now() > deadline) throw new Error("mails are queued still");
    await sleep(100);
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
