import { expect, it } from "vitest";
import { mailMetrics } from "../../../functions/staff/mail-metrics.ts";
import { openPostOffice, runMailers, runOutbox, signedUp } from "./post-office.ts";

it("tells staff how long the last mail of a queue had waited, and since when none has gone out", async () => {
  const office = await openPostOffice();
  const today = office.clock.now.toISOString().slice(0, 10);
  const queues = async () => {
    const { client, prompt: confirmation, bulk } = office.queues;
    const period = { from: today, to: today };
    return (await mailMetrics(office.table, { client, confirmation, bulk }, period)).queues;
  };
  expect(await queues()).toMatchObject([
    { name: "confirmation", last: null },
    { name: "bulk", last: null },
  ]);
  await signedUp(office, "ann@example.org");
  await runOutbox(office);
  office.clock.now = new Date(office.clock.now.getTime() + 42_000);
  expect((await queues())[0], "one waits, and nothing has gone out").toMatchObject({
    waiting: 1,
    last: null,
  });
  await runMailers(office);
  const at = office.clock.now.toISOString();
  expect((await queues())[0]).toMatchObject({ waiting: 0, last: { at, waitedSeconds: 42 } });

  await signedUp(office, "bea@example.org");
  await runOutbox(office);
  await runMailers(office);
  expect((await queues())[0], "noted every five seconds at most").toMatchObject({ last: { at } });
  office.clock.now = new Date(office.clock.now.getTime() + 6_000);
  await signedUp(office, "col@example.org");
  await runOutbox(office);
  await runMailers(office);
  expect((await queues())[0]?.last).toEqual({ at: office.clock.now.toISOString(), waitedSeconds: 0 });
});
