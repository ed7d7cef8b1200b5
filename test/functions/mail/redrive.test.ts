import { randomUUID } from "node:crypto";
import { DescribeTableCommand } from "@aws-sdk/client-dynamodb";
import { DescribeStreamCommand, DynamoDBStreamsClient } from "@aws-sdk/client-dynamodb-streams";
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import type { DynamoDBRecord } from "aws-lambda";
import { beforeEach, describe, expect, it } from "vitest";
import { outboxBatch } from "../../../functions/outbox/outbox-batch.ts";
import { deadLetterQueues } from "../../../infra/redrive/dead-letter-queues.ts";
import { type Call, redrive } from "../../../infra/redrive/redrive.ts";
import { mailsTo, untilMails } from "../../stack/mails.ts";
import { clientFor, engine } from "../../stack/provided.ts";
import { streamRecords } from "../../stack/table-stream.ts";
import { openPostOffice, type PostOffice, runMailers, signedUp } from "./post-office.ts";

const sqs = new SQSClient(clientFor(engine().endpoint));
const streams = new DynamoDBStreamsClient(clientFor(engine().endpoint));
const none: Call = async () => undefined;

let stack: string;
let office: PostOffice;
beforeEach(async () => {
  stack = `coalition-${randomUUID().slice(0, 8)}-service`;
  office = await openPostOffice();
});

async function queue(name: string, behind?: string): Promise<string> {
  const Attributes = behind && {
    RedrivePolicy: JSON.stringify({ deadLetterTargetArn: behind, maxReceiveCount: 2 }),
  };
  const { QueueUrl = "" } = await sqs.send(
    new CreateQueueCommand({ QueueName: `${stack}-${name}`, ...(Attributes && { Attributes }) }),
  );
  return QueueUrl;
}

async function arnOf(QueueUrl: string): Promise<string> {
  const { Attributes = {} } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["QueueArn"] }),
  );
  return Attributes.QueueArn ?? "";
}

const put = (QueueUrl: string, body: unknown, target?: string) =>
  sqs.send(
    new SendMessageCommand({
      QueueUrl,
      MessageBody: typeof body === "string" ? body : JSON.stringify(body),
      ...(target && { MessageAttributes: { TARGET_ARN: { DataType: "String", StringValue: target } } }),
    }),
  );

async function theOnly() {
  const [found, ...others] = await deadLetterQueues(sqs, stack);
  if (!found || others.length > 0) throw new Error("there is not one dead-letter queue");
  return found;
}

async function bodiesIn(QueueUrl: string): Promise<string[]> {
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 }),
  );
  return Messages.map(({ Body = "" }) => Body).sort();
}

/** What Lambda puts into the queue when it gives up all that the table's stream holds by now. */
async function givenUpBatch(functionArn = "arn:outbox") {
  const { Table } = await office.table.client.send(
    new DescribeTableCommand({ TableName: office.table.name }),
  );
  const StreamArn = Table?.LatestStreamArn ?? "";
  const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn }));
  const records = await streamRecords(office.table.name);
  return {
    requestContext: { functionArn, condition: "RetryAttemptsExhausted" },
    DDBStreamBatchInfo: {
      streamArn: StreamArn,
      shardId: StreamDescription?.Shards?.[0]?.ShardId ?? "",
      startSequenceNumber: records[0]?.dynamodb?.SequenceNumber ?? "",
      endSequenceNumber: records.at(-1)?.dynamodb?.SequenceNumber ?? "",
      batchSize: records.length,
    },
  };
}

describe("dead letters", () => {
  it("of a queue of work go back into it, all of them, and are gone from where they lay", async () => {
    const failed = await queue("MailBulkFailed1A2B3C4D-xYz12");
    const work = await queue("MailBulk5E6F7A8B-aBc34", await arnOf(failed));
    for (let n = 0; n < 13; n++) await put(failed, { n });
    const dead = await theOnly();
    expect(dead).toMatchObject({ name: "MailBulkFailed", waiting: 13, source: work });
    expect((await redrive({ sqs, streams, call: none }, dead)).done).toBe(13);
    expect((await theOnly()).waiting).toBe(0);
    expect([...(await bodiesIn(work)), ...(await bodiesIn(work))]).toHaveLength(13);
  });

  it("of the stream are read from it once more: a mail that the outbox could not queue is sent", async () => {
    const email = `p-${randomUUID()}@example.org`;
    await signedUp(office, email);
    const failed = await queue("OutboxoutboxStreamFailed1A2B3C4D-xYz12");
    await put(failed, await givenUpBatch());
    const called: string[] = [];
    const call: Call = async (functionArn, payload) => {
      called.push(functionArn);
      return outboxBatch(office.queues, (payload as { Records: DynamoDBRecord[] }).Records);
    };
    expect(await redrive({ sqs, streams, call }, await theOnly())).toMatchObject({ done: 1 });
    expect(new Set(called)).toEqual(new Set(["arn:outbox"]));
    await runMailers(office);
    await untilMails(email);
    expect(mailsTo(email)).toHaveLength(1);
    expect((await theOnly()).waiting).toBe(0);
  });

  it("of the stream stay where the function fails once more, or names a record that failed", async () => {
    await signedUp(office, `p-${randomUUID()}@example.org`);
    const failed = await queue("OutboxoutboxStreamFailed1A2B3C4D-xYz12");
    await put(failed, await givenUpBatch());
    expect((await redrive({ sqs, streams, call: none }, await theOnly())).left["failed-again"]).toBe(1);
    const naming: Call = async () => ({ batchItemFailures: [{ itemIdentifier: "1" }] });
    expect((await redrive({ sqs, streams, call: naming }, await theOnly())).left["failed-again"]).toBe(1);
    expect((await theOnly()).waiting).toBe(1);
  });

  it("of a stream that has forgotten them stay, and that is said", async () => {
    const failed = await queue("OutboxoutboxStreamFailed1A2B3C4D-xYz12");
    const batch = await givenUpBatch();
    const streamArn = `${batch.DDBStreamBatchInfo.streamArn}-gone`;
    await put(failed, { ...batch, DDBStreamBatchInfo: { ...batch.DDBStreamBatchInfo, streamArn } });
    const { done, left } = await redrive({ sqs, streams, call: async () => null }, await theOnly());
    expect({ done, ...left }).toEqual({ done: 0, "failed-again": 0, "records-gone": 1, unreadable: 0 });
  });

  it("of a schedule are run once more, whether the run failed or could not be started", async () => {
    const failed = await queue("MailmailsweepRunFailed1A2B3C4D-xYz12");
    await put(failed, { requestContext: { functionArn: "arn:sweep" }, requestPayload: { now: 1 } });
    await put(failed, { now: 2 }, "arn:fan-out");
    await put(failed, "no JSON", "arn:fan-out");
    const called: unknown[] = [];
    const call: Call = async (functionArn, payload) => {
      called.push([functionArn, payload]);
      return null;
    };
    const { done, left } = await redrive({ sqs, streams, call }, await theOnly());
    expect({ done, unreadable: left.unreadable }).toEqual({ done: 2, unreadable: 1 });
    expect(called).toEqual(
      expect.arrayContaining([
        ["arn:sweep", { now: 1 }],
        ["arn:fan-out", { now: 2 }],
      ]),
    );
    expect((await theOnly()).waiting).toBe(1);
  });
});
