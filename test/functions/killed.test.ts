import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SESClient } from "@aws-sdk/client-ses";
import { SQSClient } from "@aws-sdk/client-sqs";
import type { Context } from "aws-lambda";
import { describe, expect, it } from "vitest";
import { type Mailer, mailBatch } from "../../functions/mail/mailer-batch.ts";
import { type OutboxQueues, outboxBatch } from "../../functions/outbox/outbox-batch.ts";
import { recount } from "../../functions/participation/recount.ts";
import { tallyBatch } from "../../functions/participation/tally-batch.ts";
import { type LinkPurpose, linkToken } from "../../shared/domain/link-token.ts";
import { counterOf } from "../../shared/table/counter.ts";
import { participationOf } from "../../shared/table/participation.ts";
import { scopeCache } from "../../shared/table/scope-cache.ts";
import { steadyClient } from "../../shared/table/steady-client.ts";
import { openTable, type Table } from "../../shared/table/table.ts";
import { drain } from "../stack/drain.ts";
import { mailsTo, untilMails } from "../stack/mails.ts";
import { type Mortal, mortal } from "../stack/mortal.ts";
import { clientFor, engine } from "../stack/provided.ts";
import { streamRecords } from "../stack/table-stream.ts";
import { apiEvent } from "./api-event.ts";
import { openPostOffice, type PostOffice, personHashOf, personKey, scope } from "./mail/post-office.ts";
import { participationDoor } from "./participation-door.ts";

/** A process that does our work, and may die at one of its requests. */
interface Worker {
  table: Table;
  queues: OutboxQueues;
  mailer: Mailer;
  died: () => boolean;
  end: () => void;
}

function workerOf(office: PostOffice, death = Number.POSITIVE_INFINITY): Worker {
  const straight = clientFor(engine().endpoint);
  const dynamo = steadyClient(DynamoDBClient, straight);
  const ses = steadyClient(SESClient, { ...straight, maxAttempts: 1 });
  const sqs = steadyClient(SQSClient, straight);
  const life = mortal(...([dynamo, ses, sqs] as Mortal[]));
  life.endsAt(death);
  const table = openTable(office.table.name, dynamo);
  const { mailer } = office;
  return {
    table,
    queues: { ...office.queues, client: sqs },
    mailer: {
      ...mailer,
      table,
      post: { ...mailer.post, client: ses },
      desk: { ...mailer.desk, scope: scopeCache(table) },
      pace: { ...mailer.pace, client: ses },
    },
    died: life.isOver,
    end: () => [dynamo, ses, sqs].forEach((client) => void client.destroy()),
  };
}

interface Someone {
  office: PostOffice;
  email: string;
}

async function ask({ table }: Worker, route: string, parameters: Record<string, string>, body?: object) {
  const handler = participationDoor(table, { personKey, linkSecret: personKey });
  const { statusCode = 0 } = await handler(apiEvent(route, parameters, body), {} as Context);
  return statusCode;
}

function tokenOf(email: string, purpose: LinkPurpose): string {
  const expires = Math.floor(Date.now() / 1000) + 86_400;
  const person = personHashOf(email);
  return linkToken({ purpose, person, subject: scope, generation: 1, expires }, personKey);
}

/** All that the stream has brought of this person, from the beginning: what was seen before comes again. */
async function recordsOf({ office, email }: Someone) {
  const records = await streamRecords(office.table.name);
  return records.filter(({ dynamodb }) => dynamodb?.Keys?.pk?.S === `PERSON#${personHashOf(email)}`);
}

type Step = (worker: Worker, someone: Someone) => Promise<unknown>;

const tally: Step = async ({ table }, someone) => {
  const { batchItemFailures } = await tallyBatch(table, await recordsOf(someone), () => new Date());
  if (batchItemFailures.length > 0) throw new Error("comes again");
};
const queue: Step = async ({ queues }, someone) => {
  const { batchItemFailures } = await outboxBatch(queues, await recordsOf(someone));
  if (batchItemFailures.length > 0) throw new Error("comes again");
};
/** The queue brings a message again that nobody deleted; by then the worker that had it is known to be dead. */
const send: Step = async (worker, { office }) => {
  const healthy = workerOf(office);
  await drain({
    queueUrl: office.queues.prompt,
    handle: (records) => {
      const later = { ...healthy.mailer, clock: () => new Date(Date.now() + 180_000) };
      return mailBatch(worker.died() ? later : worker.mailer, records);
    },
  });
  healthy.end();
};

/** One participation, from the form to its end, step by step: each is one call of one handler. */
const life: Record<string, Step> = {
  "signing up": (worker, { email }) =>
    ask(worker, "POST /api/events/{slug}/registrations", { slug: scope.slice("event.".length) }, { email }),
  "counting the signup": tally,
  "owing the first mail": queue,
  "sending the first mail": send,
  confirming: (worker, { email }) =>
    ask(worker, "POST /api/confirmations/{token}", { token: tokenOf(email, "confirm") }),
  "counting the confirmation": tally,
  "owing the second mail": queue,
  "sending the second mail": send,
  withdrawing: (worker, { email }) =>
    ask(worker, "POST /api/manage/{token}/{verb}", { token: tokenOf(email, "manage"), verb: "withdraw" }),
  "counting the withdrawal": tally,
};

/** Lives through it, and kills the worker of one step at one moment; whoever asked asks again. Tells whether it died. */
async function live(someone: Someone, fatal: { step: string; death: number }): Promise<boolean> {
  let died = false;
  for (const [name, step] of Object.entries(life)) {
    const worker = workerOf(someone.office, name === fatal.step ? fatal.death : undefined);
    const done = await step(worker, someone).catch((error) => {
      if (!worker.died()) throw error;
    });
    worker.end();
    if (!worker.died()) {
      if (typeof done === "number") expect(done, name).toBeLessThan(300);
      continue;
    }
    died = true;
    const next = workerOf(someone.office);
    const again = await step(next, someone);
    if (typeof again === "number") expect(again, `${name} again`).toBeLessThan(300);
    next.end();
  }
  return died;
}

describe.each(Object.keys(life))("a worker that dies while %s", (step) => {
  it("loses nothing, counts nobody twice and sends no second mail, at whichever request it dies", {
    timeout: 120_000,
  }, async () => {
    const office = await openPostOffice();
    const lives: Someone[] = [];
    for (let death = 0, died = true; died; death++) {
      const someone = {
        office,
        email: `p${death}-${office.table.name}@example.org`,
      };
      lives.push(someone);
      died = await live(someone, { step, death });
    }
    expect(lives.length).toBeGreaterThan(1);
    expect(await counterOf(office.table, scope)).toMatchObject({ people: 0, actions: 0 });
    const report = await recount({ table: office.table, clock: () => new Date(), timeLeft: () => true });
    expect(report).toMatchObject({ drifts: [], missed: 0, unsettled: [] });
    for (const [death, { email }] of lives.entries()) {
      const participation = await participationOf(office.table, personHashOf(email), scope);
      expect(participation, `at ${death}`).toMatchObject({ state: "withdrawn" });
      // Who asked twice to be registered, since the first answer was lost, is sent the link twice.
      const owed = (participation?.asks ?? 0) + 1;
      // What a worker died over between claim and outcome is of unknown outcome: the sweep sends it again, not the queue.
      if (!step.startsWith("sending")) await untilMails(email, owed);
      expect(mailsTo(email).length, `at ${death}`).toBeLessThanOrEqual(owed);
    }
  });
});
