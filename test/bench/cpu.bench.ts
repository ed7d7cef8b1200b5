import type { SQSRecord } from "aws-lambda";
import { expect, it } from "vitest";
import { mailBatch } from "../../functions/mail/mailer-batch.ts";
import { outboxBatch } from "../../functions/outbox/outbox-batch.ts";
import { noteSignups } from "../../functions/participation/note-signups.ts";
import { tallyBatch } from "../../functions/participation/tally-batch.ts";
import { participationOf } from "../../shared/table/participation.ts";
import { steadyClient } from "../../shared/table/steady-client.ts";
import { openPostOffice, personHashOf, scope } from "../functions/mail/post-office.ts";
import { engine } from "../stack/provided.ts";
import { streamRecords } from "../stack/table-stream.ts";
import { participants } from "./participant.ts";
import { Recording } from "./replay.ts";
import { keepRow, median } from "./rows.ts";

const people = 200;
const rounds = 9;
/** As long as a round of everything else, so that what disturbs the machine disturbs both. */
const bareCalls = people * 10;

it("processor of all handlers for one confirmed participation", async () => {
  const { table, mailer, queues } = await openPostOffice(engine().endpoint, steadyClient);
  const someone = participants(table);
  const recording = new Recording();
  const sent: SQSRecord[] = [];
  recording.record(table.client);
  recording.record(mailer.post.client);
  recording.record(queues.client, (operation, body) => {
    if (operation.endsWith("SendMessageBatch")) sent.push(...messagesIn(body));
  });

  const steps: (() => Promise<unknown>)[] = [];
  const doing = async (step: () => Promise<unknown>) => {
    steps.push(step);
    await step();
  };
  let seen = (await streamRecords(table.name)).length;
  /** Tally, outbox and mailer see what is new, in batches of the sizes that Lambda hands them. */
  const follow = async () => {
    const records = (await streamRecords(table.name)).slice(seen);
    seen += records.length;
    for (const batch of inBatches(records, 100)) {
      await doing(async () => noteSignups(table, batch, await tallyBatch(table, batch, () => new Date())));
      await doing(() => outboxBatch(queues, batch));
    }
    for (const batch of inBatches(sent.splice(0), 10)) await doing(() => mailBatch(mailer, batch));
  };

  const addresses = Array.from({ length: people }, (_, i) => `p${i}@example.org`);
  for (const email of addresses) await doing(() => someone.signUp(email));
  await follow();
  for (const email of addresses) {
    await doing(() => someone.openLink(email));
    await doing(() => someone.confirm(email));
    await doing(() => someone.readThanks(email));
  }
  await follow();
  const requests = recording.requests / people;

  const call = () => participationOf(table, personHashOf(addresses[0] ?? ""), scope);
  await call();
  const measured: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < rounds; round++) {
    recording.play();
    measured.push((await processorMs(steps)) / people);
    bare.push((await processorMs(Array.from({ length: bareCalls }, () => call))) / bareCalls);
  }
  const warm = median(measured.slice(2));
  const oneCall = median(bare.slice(2));
  keepRow("cpu", {
    order: 11,
    what: "CPU of all our handlers for one confirmed participation, warm",
    budget: "≤ 3.7 ms",
    measured: `${warm.toFixed(2)} ms`,
    value: warm,
    how: `form, page of the link, button, page of thanks, tally, outbox, two mails; ${people} people, median of ${rounds - 2} rounds; ${requests.toFixed(2)} SDK calls each, written, signed and read, answered out of memory as the emulator answered them. One bare GetItem takes ${oneCall.toFixed(2)} ms here: ${(warm / oneCall).toFixed(1)} of them`,
  });
  expect(requests).toBeGreaterThan(4);
});

/** Milliseconds of processor, all threads together. */
async function processorMs(steps: readonly (() => Promise<unknown>)[]): Promise<number> {
  const before = process.cpuUsage();
  for (const step of steps) await step();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function messagesIn(body: string): SQSRecord[] {
  const { Entries } = JSON.parse(body) as { Entries: { Id: string; MessageBody: string }[] };
  return Entries.map(
    ({ MessageBody }, i) => ({ messageId: `m${i}`, body: MessageBody, receiptHandle: "" }) as SQSRecord,
  );
}

function inBatches<Thing>(things: readonly Thing[], size: number): Thing[][] {
  const batches: Thing[][] = [];
  for (let start = 0; start < things.length; start += size) batches.push(things.slice(start, start + size));
  return batches;
}
