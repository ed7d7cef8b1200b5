import type { DynamoDBStreamsClient } from "@aws-sdk/client-dynamodb-streams";
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from "@aws-sdk/client-sqs";
import type { DeadLetterQueue } from "./dead-letter-queues.ts";
import { readLetter } from "./letters.ts";
import { recordsOf } from "./stream-batch.ts";

/** Calls a function and gives its answer; undefined where it failed. */
export type Call = (functionArn: string, payload: unknown) => Promise<unknown>;

export interface Redriving {
  sqs: SQSClient;
  streams: DynamoDBStreamsClient;
  call: Call;
}

/** Why a dead letter stays: its work failed once more; its records are older than a day; nobody can read it. */
export type Staying = "failed-again" | "records-gone" | "unreadable";

export interface Redriven {
  done: number;
  left: Record<Staying, number>;
}

/** Longer than any function runs: a letter that is being worked off is not taken up by a second redrive. Seconds. */
const hiddenSeconds = 900;
const recordsAtOnce = 100;

/**
 * Does the work of a dead-letter queue once more: messages go back to their queue of work, batches of the stream and
 * failed runs to their function. A letter goes only when its work is done or is back in its queue; broken off anywhere,
 * it is done twice, which every consumer bears.
 */
export async function redrive(redriving: Redriving, queue: DeadLetterQueue): Promise<Redriven> {
  const redriven: Redriven = { done: 0, left: { "failed-again": 0, "records-gone": 0, unreadable: 0 } };
  const stayed: Message[] = [];
  for (;;) {
    const messages = await receive(redriving.sqs, queue.url);
    if (messages.length === 0) break;
    for (const message of messages) {
      const staying = await workOff(redriving, queue, message);
      if (staying === undefined) redriven.done += 1;
      else {
        redriven.left[staying] += 1;
        stayed.push(message);
      }
    }
  }
  for (const message of stayed) await show(redriving.sqs, queue.url, message);
  return redriven;
}

async function receive(sqs: SQSClient, QueueUrl: string): Promise<Message[]> {
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({
      QueueUrl,
      MaxNumberOfMessages: 10,
      VisibilityTimeout: hiddenSeconds,
      WaitTimeSeconds: 1,
      MessageAttributeNames: ["All"],
    }),
  );
  return Messages;
}

async function workOff(
  redriving: Redriving,
  { url, source }: DeadLetterQueue,
  message: Message,
): Promise<Staying | undefined> {
  const { sqs } = redriving;
  const staying =
    source === undefined ? await doAgain(redriving, message) : await putBack(sqs, source, message);
  if (staying === undefined)
    await sqs.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle: message.ReceiptHandle }));
  return staying;
}

async function putBack(
  sqs: SQSClient,
  QueueUrl: string,
  { Body, MessageAttributes }: Message,
): Promise<undefined> {
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: Body, MessageAttributes }));
}

async function doAgain(
  { streams, call }: Redriving,
  { Body = "", MessageAttributes }: Message,
): Promise<Staying | undefined> {
  const letter = readLetter(Body, MessageAttributes?.TARGET_ARN?.StringValue);
  if (letter.is === "unreadable") return "unreadable";
  if (letter.is === "run")
    return (await isDone(call, letter.functionArn, letter.payload)) ? undefined : "failed-again";
  const records = await recordsOf(streams, letter.batch);
  if (!records) return "records-gone";
  for (let start = 0; start < records.length; start += recordsAtOnce) {
    const Records = records.slice(start, start + recordsAtOnce);
    if (!(await isDone(call, letter.functionArn, { Records }))) return "failed-again";
  }
  return undefined;
}

async function isDone(call: Call, functionArn: string, payload: unknown): Promise<boolean> {
  const answer = await call(functionArn, payload);
  if (answer === undefined) return false;
  const { batchItemFailures } = (answer ?? {}) as { batchItemFailures?: unknown[] };
  return (batchItemFailures ?? []).length === 0;
}

function show(sqs: SQSClient, QueueUrl: string, { ReceiptHandle }: Message): Promise<unknown> {
  return sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }));
}
