import type { DynamoDBRecord } from "aws-lambda";
import { beforeAll, expect, it } from "vitest";
import { outboxBatch } from "../../functions/outbox/outbox-batch.ts";
import { noteSignups } from "../../functions/participation/note-signups.ts";
import { tallyBatch } from "../../functions/participation/tally-batch.ts";
import { openPostOffice, type PostOffice, runMailers } from "../functions/mail/post-office.ts";
import { streamRecords } from "../stack/table-stream.ts";
import { participants } from "./participant.ts";
import { keepRow } from "./rows.ts";
import { type Meter, metered } from "./units.ts";

let office: PostOffice;
let someone: ReturnType<typeof participants>;
let meter: Meter;
beforeAll(async () => {
  office = await openPostOffice();
  meter = metered(office.table.client);
  someone = participants(office.table);
});

const zero = () => Object.assign(meter, { written: 0, read: 0 });
let seen = 0;

/** What the stream has brought since the last time. */
async function fresh() {
  const records = await streamRecords(office.table.name);
  const since = records.slice(seen);
  seen = records.length;
  return since;
}

async function tallied(batch: DynamoDBRecord[]): Promise<void> {
  await noteSignups(office.table, batch, await tallyBatch(office.table, batch, () => new Date()));
}

/** Lets tally and outbox see what is new, in batches of 100, and the mailers work their queue off; units of each. */
async function follow(): Promise<{ counting: number; mail: number }> {
  const records = await fresh();
  const before = meter.written;
  for (let start = 0; start < records.length; start += 100) await tallied(records.slice(start, start + 100));
  const counting = meter.written - before;
  for (let start = 0; start < records.length; start += 100)
    await outboxBatch(office.queues, records.slice(start, start + 100));
  await runMailers(office, 2);
  return { counting, mail: meter.written - before - counting };
}

async function people(count: number, name: string) {
  zero();
  const all = Array.from({ length: count }, (_, i) => `${name}${i}@example.org`);
  for (const email of all) await someone.signUp(email);
  const signup = meter.written;
  const asked = await follow();
  const before = meter.written;
  for (const email of all) {
    await someone.openLink(email);
    await someone.confirm(email);
    await someone.readThanks(email);
  }
  const confirming = meter.written - before;
  const welcomed = await follow();
  const each = (units: number) => units / count;
  return {
    signup: each(signup),
    confirming: each(confirming),
    mail: each(asked.mail + welcomed.mail),
    counting: each(asked.counting + welcomed.counting),
    all: each(meter.written),
    read: each(meter.read),
  };
}

const said = ({ signup, confirming, mail, counting }: Awaited<ReturnType<typeof people>>) =>
  `person and participation ${signup.toFixed(2)}, confirming ${confirming.toFixed(2)}, counting (figures of the day included) ${counting.toFixed(2)}, two mails ${mail.toFixed(2)}`;

it("write units per confirmed participation", async () => {
  // What the sample data and a first person made is not looked at.
  await people(1, "first");
  const alone = await people(1, "alone");
  const few = await people(10, "few");
  const load = await people(300, "load");
  keepRow("write-units", {
    order: 1,
    what: "write units per confirmed participation, everything included, under load",
    budget: "≤ 12",
    measured: load.all.toFixed(2),
    value: load.all,
    how: `300 people; ConsumedCapacity of every write, indexes included: ${said(load)}`,
  });
  keepRow("write-units-few", {
    order: 2,
    what: "– the same when ten are counted at once",
    budget: "",
    measured: few.all.toFixed(2),
    how: said(few),
  });
  keepRow("write-units-alone", {
    order: 3,
    what: "– the same for one person, alone in their second",
    budget: "",
    measured: alone.all.toFixed(2),
    how: `${said(alone)}: five units for each of three scopes are not shared with anybody`,
  });
  keepRow("read-units-signup", {
    order: 4,
    what: "– read units of the same, under load",
    budget: "",
    measured: load.read.toFixed(2),
    value: load.read,
    how: "by DynamoDB's rules from the sizes of what was read, the pages of the link and of thanks included; scopes kept by each function for 3 s, the count shown for 1 s",
  });
  expect(load.all).toBeGreaterThan(2);
});
