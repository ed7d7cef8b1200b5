import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";
import { SESClient, SendRawEmailCommand } from "@aws-sdk/client-ses";
import { SendMessageBatchCommand, SQSClient } from "@aws-sdk/client-sqs";
import { AwsV4Signer } from "aws4fetch";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { steadyClient } from "../../shared/table/steady-client.ts";

interface Request {
  headers: Record<string, string>;
  body: string;
}

let server: Server;
let endpoint: string;
/** The time that the server tells, by which the SDK sets its clock. */
let date = "";
const requests: Request[] = [];
beforeAll(async () => {
  server = createServer(async (asked: IncomingMessage, answer) => {
    requests.push({ headers: asked.headers as Record<string, string>, body: await text(asked) });
    answer.sendDate = false;
    if (date) answer.setHeader("date", date);
    answer.end("{}");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  vi.useRealTimers();
  requests.splice(0);
  date = "";
});
afterAll(() => server.close());

const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "a secret", sessionToken: "a session" };
const settings = () => ({ endpoint, region: "eu-central-1", credentials, maxAttempts: 1 });

/** How aws4fetch, which has nothing of the SDK's, signs what was signed. */
async function signedElsewhere({ headers, body }: Request, service: string): Promise<string> {
  const names = /SignedHeaders=([^,]+)/.exec(headers.authorization ?? "")?.[1]?.split(";") ?? [];
  const signer = new AwsV4Signer({
    ...credentials,
    ...{ method: "POST", url: `${endpoint}/`, body, service, region: "eu-central-1", allHeaders: true },
    headers: Object.fromEntries(
      names.filter((name) => name !== "host").map((name) => [name, headers[name] ?? ""]),
    ),
    datetime: headers["x-amz-date"] ?? "",
  });
  return (await signer.authHeader()) ?? "";
}

const clients: [service: string, call: () => () => Promise<unknown>][] = [
  [
    "dynamodb",
    () => {
      const client = steadyClient(DynamoDBClient, settings());
      return () =>
        client.send(new GetItemCommand({ TableName: "t", Key: { pk: { S: "ä" }, sk: { S: "b" } } }));
    },
  ],
  [
    "sqs",
    () => {
      const client = steadyClient(SQSClient, settings());
      const Entries = [{ Id: "0", MessageBody: "{}" }];
      return () => client.send(new SendMessageBatchCommand({ QueueUrl: `${endpoint}/q`, Entries }));
    },
  ],
  [
    "ses",
    () => {
      const client = steadyClient(SESClient, settings());
      return () => client.send(new SendRawEmailCommand({ RawMessage: { Data: Buffer.from("To: a@b") } }));
    },
  ],
];

it.each(clients)("signs calls to %s as others do, today and tomorrow", async (service, clientOf) => {
  const call = clientOf();
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2027-10-20T23:59:59Z") });
  await call().catch(() => {});
  await call().catch(() => {});
  vi.setSystemTime(new Date("2027-10-21T00:00:00Z"));
  await call().catch(() => {});
  expect(requests.map(({ headers }) => headers["x-amz-date"])).toEqual([
    "20271020T235959Z",
    "20271020T235959Z",
    "20271021T000000Z",
  ]);
  for (const request of requests) {
    expect(request.headers.authorization).toBe(await signedElsewhere(request, service));
    expect(request.headers["x-amz-security-token"]).toBe("a session");
  }
});

it("sets its clock by the service's", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2027-10-21T10:00:00Z") });
  date = "Thu, 21 Oct 2027 12:00:00 GMT";
  const call = clients[0]?.[1]();
  await call?.();
  await call?.();
  expect(requests.map(({ headers }) => headers["x-amz-date"])).toEqual([
    "20271021T100000Z",
    "20271021T120000Z",
  ]);
});

it("says nothing of itself", async () => {
  await clients[0]?.[1]()();
  expect(requests[0]?.headers).not.toHaveProperty("user-agent");
  expect(requests[0]?.headers).not.toHaveProperty("x-amz-user-agent");
});
