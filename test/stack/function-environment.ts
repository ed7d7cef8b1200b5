import { randomUUID } from "node:crypto";
import { CreateConfigurationSetCommand, SESClient, VerifyEmailIdentityCommand } from "@aws-sdk/client-ses";
import { CreateQueueCommand, SQSClient } from "@aws-sdk/client-sqs";
import { emulatorEnvironment } from "../../infra/local/emulator.ts";
import { clientFor, engine } from "./provided.ts";
import { makeTable } from "./tables.ts";

const queues = ["CONFIRMATION", "BULK", "SIGNATURES", "FORGETTING", "PICTURES"];

/**
 * All that a function of ours finds in its environment, each thing fresh: table, queues, two secrets, a verified
 * sender. Before the function's module is imported: `Object.assign(process.env, await makeEnvironment())`.
 * With `endpoint`, its clients go there (to a proxy that injects faults).
 */
export async function makeEnvironment(endpoint = engine().endpoint): Promise<Record<string, string>> {
  const name = randomUUID();
  const [TABLE_NAME, PERSON_KEY_SECRET_ID, LINK_SECRET_ID, ...urls] = await Promise.all([
    makeTable(),
    makeSecret(`person-key-${name}`),
    makeSecret(`link-secret-${name}`),
    ...queues.map((queue) => makeQueue(`${queue.toLowerCase()}-${name}`)),
  ]);
  const sender = await makeSender(name);
  return {
    ...emulatorEnvironment(endpoint),
    STAGE: "local",
    PUBLIC_ORIGIN: "http://localhost:3000",
    MAILER_WORKERS: "2",
    TABLE_NAME,
    PERSON_KEY_SECRET_ID,
    LINK_SECRET_ID,
    ...Object.fromEntries(
      queues.map((queue, i) => [`${queue}_QUEUE_URL`, throughProxy(urls[i] ?? "", endpoint)]),
    ),
    REPLY_ADDRESS: "people@globalencryption.example",
    ...sender,
  };
}

/** The SDK talks to the host of a queue's URL, so that names the proxy. */
function throughProxy(queueUrl: string, endpoint: string): string {
  return endpoint + new URL(queueUrl).pathname;
}

async function makeQueue(QueueName: string): Promise<string> {
  const client = new SQSClient(clientFor(engine().endpoint));
  const { QueueUrl } = await client.send(new CreateQueueCommand({ QueueName }));
  client.destroy();
  if (!QueueUrl) throw new Error("the emulator made no queue");
  return QueueUrl;
}

async function makeSender(name: string): Promise<{ SENDER_ADDRESS: string; CONFIGURATION_SET: string }> {
  const client = new SESClient(clientFor(engine().endpoint));
  const sender = { SENDER_ADDRESS: "hello@globalencryption.example", CONFIGURATION_SET: `set-${name}` };
  await client.send(new VerifyEmailIdentityCommand({ EmailAddress: sender.SENDER_ADDRESS }));
  await client.send(
    new CreateConfigurationSetCommand({ ConfigurationSet: { Name: sender.CONFIGURATION_SET } }),
  );
  client.destroy();
  return sender;
}

/** A secret of 64 letters and digits; gives its id. */
async function makeSecret(Name: string): Promise<string> {
  const SecretString = (randomUUID() + randomUUID()).replaceAll("-", "");
  const answer = await fetch(engine().endpoint, {
    method: "POST",
    headers: { "content-type": "application/x-amz-json-1.1", "x-amz-target": "secretsmanager.CreateSecret" },
    body: JSON.stringify({ Name, SecretString, ClientRequestToken: randomUUID() }),
  });
  if (!answer.ok) throw new Error(`CreateSecret: ${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { ARN: string }).ARN;
}
