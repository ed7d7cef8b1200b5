import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SESClient } from "@aws-sdk/client-ses";
import { SQSClient } from "@aws-sdk/client-sqs";
import { type Mailer, mailBatch } from "../../../functions/mail/mailer-batch.ts";
import { sweepMails } from "../../../functions/mail/sweep-mails.ts";
import { type OutboxQueues, outboxBatch } from "../../../functions/outbox/outbox-batch.ts";
import { putSampleData } from "../../../infra/local/sample-data.ts";
import { personHash } from "../../../shared/domain/person-hash.ts";
import { type Mail, mailsByKey } from "../../../shared/table/mail.ts";
import { newsOf } from "../../../shared/table/news.ts";
import { addParticipation, type Participation } from "../../../shared/table/participation.ts";
import { noteSignup } from "../../../shared/table/person.ts";
import { scopeCache } from "../../../shared/table/scope-cache.ts";
import type { steadyClient } from "../../../shared/table/steady-client.ts";
import { openTable, type Table } from "../../../shared/table/table.ts";
import { drain } from "../../stack/drain.ts";
import { makeEnvironment } from "../../stack/function-environment.ts";
import { clientFor, engine } from "../../stack/provided.ts";
import { streamRecords } from "../../stack/table-stream.ts";

export const personKey = "a key of thirty-two letters or more";
export const scope = "event.global-encryption-day-2027";

/** The whole way of a mail, on the engine: table, stream, outbox, queues, mailer, SES. */
export interface PostOffice {
  table: Table;
  mailer: Mailer;
  queues: OutboxQueues;
  clock: { now: Date };
}

/** `sesEndpoint` may be a proxy that fails; everything else is reached straight. `made` makes each client. */
export async function openPostOffice(
  sesEndpoint = engine().endpoint,
  made: typeof steadyClient = (Client, settings) => new Client(settings),
): Promise<PostOffice> {
  const env = await makeEnvironment();
  const straight = clientFor(engine().endpoint);
  const table = openTable(env.TABLE_NAME ?? "", made(DynamoDBClient, straight));
  await putSampleData(table);
  const client = made(SESClient, { ...clientFor(sesEndpoint), maxAttempts: 1 });
  const clock = { now: new Date() };
  const sender = env.SENDER_ADDRESS ?? "";
  return {
    table,
    clock,
    queues: {
      client: made(SQSClient, straight),
      prompt: env.CONFIRMATION_QUEUE_URL ?? "",
      bulk: env.BULK_QUEUE_URL ?? "",
      signatures: env.SIGNATURES_QUEUE_URL ?? "",
      forgetting: env.FORGETTING_QUEUE_URL ?? "",
      pictures: env.PICTURES_QUEUE_URL ?? "",
    },
    mailer: {
      table,
      post: { client, sender, configurationSet: env.CONFIGURATION_SET ?? "" },
      desk: {
        sender,
        replyTo: env.REPLY_ADDRESS ?? "",
        links: async () => ({ origin: "http://localhost:3000", secret: personKey }),
        news: (id) => newsOf(table, id),
        scope: scopeCache(table),
      },
      // The pace is tried on its own; here nothing waits.
      pace: { client, workers: 1, perSecond: 100_000, readAt: Number.POSITIVE_INFINITY },
      clock: () => clock.now,
      throttledWaits: [1, 1, 1],
    },
  };
}

export const personHashOf = (email: string) => personHash(email, personKey);

/** Someone signs up: the person and a pending participation, as the form's function stores them. */
export async function signedUp(
  { table, clock }: PostOffice,
  email: string,
  given: Partial<Participation> & { name?: string } = {},
): Promise<Participation> {
  const { name, ...fields } = given;
  const about = given.scope ?? scope;
  const person = personHashOf(email);
  await noteSignup(table, { person, email, name, scope: about }, clock.now);
  const at = clock.now.toISOString();
  const participation: Participation = {
    pk: `PERSON#${person}`,
    sk: `ACTION#${about}`,
    entity: "participation",
    ...{ person, scope: about, campaign: "campaign.global-encryption-day-2027" },
    ...{ state: "pending", version: 1, generation: 1, locale: "en" },
    ...{ asks: 1, asksToday: 1, askedOn: at.slice(0, 10), createdAt: at, changedAt: at },
    expiresAt: Math.floor(clock.now.getTime() / 1000) + 7 * 86_400,
    ...fields,
  };
  await addParticipation(table, participation);
  return participation;
}

/** The outbox reads all that the stream holds. Twice is as good as once. */
export async function runOutbox({ table, queues }: PostOffice): Promise<void> {
  await outboxBatch(queues, await streamRecords(table.name));
}

/** The mailers work the queue off; gives how many messages were given up. */
export function runMailers({ queues, mailer }: PostOffice, workers = 1): Promise<number> {
  return drain({
    queueUrl: queues.prompt,
    handle: (records) => mailBatch({ ...mailer, pace: { ...mailer.pace } }, records),
    workers,
  });
}

export function runSweep({ table, queues, clock }: PostOffice) {
  return sweepMails({ table, queues, clock: () => clock.now });
}

/** What is known of the mail that asks a participation to confirm. */
export async function confirmMailOf(
  office: PostOffice,
  { person }: Participation,
): Promise<Mail | undefined> {
  const key = `${person}.${scope}.confirm.1`;
  return (await mailsByKey(office.table, [key])).get(key);
}
