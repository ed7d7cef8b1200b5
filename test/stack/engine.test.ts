import { DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { SESClient, SendRawEmailCommand } from "@aws-sdk/client-ses";
import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Faults, startFaults } from "./faults.ts";
import { makeEnvironment } from "./function-environment.ts";
import { untilMails } from "./mails.ts";
import { clientFor, engine } from "./provided.ts";
import { streamRecords } from "./table-stream.ts";
import { makeTable } from "./tables.ts";

const item = { pk: { S: "PERSON#a" }, sk: { S: "PROFILE" } };

describe("the engine that tests run against", () => {
  it("makes a table whose stream tells what was written, with both images", async () => {
    const table = await makeTable();
    const client = new DynamoDBClient(clientFor(engine().endpoint));
    await client.send(new PutItemCommand({ TableName: table, Item: { ...item, state: { S: "pending" } } }));
    await client.send(new PutItemCommand({ TableName: table, Item: { ...item, state: { S: "confirmed" } } }));
    const records = await streamRecords(table);
    expect(records.map(({ eventName }) => eventName)).toEqual(["INSERT", "MODIFY"]);
    expect(records[1]?.dynamodb?.OldImage?.state).toEqual({ S: "pending" });
    expect(records[1]?.dynamodb?.NewImage?.state).toEqual({ S: "confirmed" });
  });

  it("passes on every mail that its SES sends", async () => {
    const { SENDER_ADDRESS } = await makeEnvironment();
    const raw = `From: ${SENDER_ADDRESS}\r\nTo: ann@example.org\r\nSubject: Hello\r\n\r\nText`;
    const ses = new SESClient(clientFor(engine().endpoint));
    await ses.send(new SendRawEmailCommand({ RawMessage: { Data: Buffer.from(raw) } }));
    const [mail] = await untilMails("ann@example.org");
    expect(mail).toMatchObject({ to: ["ann@example.org"], from: SENDER_ADDRESS, subject: "Hello" });
  });
});

describe("faults before the engine", () => {
  let faults: Faults;
  beforeAll(async () => {
    faults = await startFaults();
  });
  afterAll(() => faults.stop());

  it("refuses as it is told, so often as it is told", async () => {
    const { TABLE_NAME } = await makeEnvironment(faults.endpoint);
    const client = new DynamoDBClient({ ...clientFor(faults.endpoint), maxAttempts: 1 });
    const put = new PutItemCommand({ TableName: TABLE_NAME, Item: item });
    await faults.use({
      service: "dynamodb",
      operation: "PutItem",
      times: 1,
      error: { code: "ThrottlingException" },
    });
    await expect(client.send(put)).rejects.toMatchObject({ name: "ThrottlingException" });
    await client.send(put);
    expect(await faults.fired()).toHaveLength(1);
  });

  it("cuts the answer off after the effect took place", async () => {
    const { TABLE_NAME } = await makeEnvironment(faults.endpoint);
    const client = new DynamoDBClient({ ...clientFor(faults.endpoint), maxAttempts: 1 });
    await faults.use({ service: "dynamodb", operation: "PutItem", response: { abort_bytes: 0 } });
    await expect(client.send(new PutItemCommand({ TableName: TABLE_NAME, Item: item }))).rejects.toThrow();
    const straight = new DynamoDBClient(clientFor(engine().endpoint));
    const { Item } = await straight.send(new GetItemCommand({ TableName: TABLE_NAME, Key: item }));
    expect(Item).toEqual(item);
  });

  it("stands before queues too", async () => {
    const { BULK_QUEUE_URL } = await makeEnvironment(faults.endpoint);
    const client = new SQSClient({ ...clientFor(faults.endpoint), maxAttempts: 1 });
    await faults.use({
      service: "sqs",
      operation: "SendMessage",
      times: 1,
      error: { code: "ServiceUnavailable" },
    });
    const send = new SendMessageCommand({ QueueUrl: BULK_QUEUE_URL, MessageBody: "{}" });
    await expect(client.send(send)).rejects.toThrow();
    expect((await client.send(send)).MessageId).toBeTruthy();
  });
});
