import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SESClient } from "@aws-sdk/client-ses";
import { expect, it } from "vitest";
import { type Mailer, mailBatch } from "../../../functions/mail/mailer-batch.ts";
import type { Participation } from "../../../shared/table/participation.ts";
import { openTable } from "../../../shared/table/table.ts";
import { drain } from "../../stack/drain.ts";
import { untilMails } from "../../stack/mails.ts";
import { type Mortal, mortal } from "../../stack/mortal.ts";
import { clientFor, engine } from "../../stack/provided.ts";
import {
  confirmMailOf,
  openPostOffice,
  type PostOffice,
  runMailers,
  runOutbox,
  runSweep,
  signedUp,
} from "./post-office.ts";

const minutes = (n: number) => n * 60_000;

/** A mailer that dies at one of its requests; its clock is the office's. */
function mortalMailer({ table, mailer }: PostOffice, death: number): { mailer: Mailer; died: () => boolean } {
  const straight = clientFor(engine().endpoint);
  const dynamo = new DynamoDBClient(straight);
  const ses = new SESClient({ ...straight, maxAttempts: 1 });
  const life = mortal(...([dynamo, ses] as Mortal[]));
  life.endsAt(death);
  const own = { table: openTable(table.name, dynamo), post: { ...mailer.post, client: ses } };
  return { mailer: { ...mailer, ...own, pace: { ...mailer.pace } }, died: life.isOver };
}

it("a worker that dies over three mails leaves none unsent, and sends none again that it recorded", {
  timeout: 120_000,
}, async () => {
  let deaths = 0;
  for (let died = true; died; deaths++) {
    const death = deaths;
    const office = await openPostOffice();
    const emails = [1, 2, 3].map((n) => `p${death}-${n}-${office.table.name}@example.org`);
    const people: Participation[] = [];
    for (const email of emails) people.push(await signedUp(office, email));
    await runOutbox(office);
    const worker = mortalMailer(office, death);
    const came: number[] = [];
    const states = () => Promise.all(people.map(async (one) => (await confirmMailOf(office, one))?.state));
    let recorded: Awaited<ReturnType<typeof states>> = [];
    await drain({
      queueUrl: office.queues.prompt,
      handle: async (records) => {
        came.push(records.length);
        if (came.length === 1) {
          try {
            return await mailBatch(worker.mailer, records);
          } finally {
            recorded = await states();
          }
        }
        // The queue brings again what nobody deleted, when whoever had it is known to be dead.
        const clock = () => new Date(office.clock.now.getTime() + minutes(3));
        return mailBatch({ ...office.mailer, clock }, records);
      },
    });
    office.clock.now = new Date(office.clock.now.getTime() + minutes(20));
    const unsettled = recorded.filter((state) => state === "claimed").length;
    expect(await runSweep(office), `at ${death}: ${recorded}`).toEqual({ again: unsettled, left: 0 });
    await runMailers(office);
    died = worker.died();
    expect(came[0]).toBe(3);
    for (const email of emails) await untilMails(email);
    expect(await states(), `at ${death}`).toEqual(["sent", "sent", "sent"]);
  }
  // Before and after each request, from the claim to the record.
  expect(deaths).toBeGreaterThan(8);
});
