import { performance } from "node:perf_hooks";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runBulkMailers, runFanOut, send, supporter, written } from "../functions/mail/newsroom.ts";
import { openPostOffice } from "../functions/mail/post-office.ts";
import { type StormReport, weather } from "../functions/mail/storm.ts";
import { type Faults, startFaults } from "../stack/faults.ts";
import { prices } from "./prices.ts";
import { keepRow } from "./rows.ts";
import { metered } from "./units.ts";

const owed = Number(process.env.BENCH_MAILS ?? 2_000);

let faults: Faults;
beforeAll(async () => {
  faults = await startFaults();
});
afterAll(() => faults.stop());

const often = ({ arrived }: StormReport): string =>
  `${(arrived[1] ?? 0).toLocaleString("en")} once, ${arrived[2] ?? 0} twice, ${arrived[0] ?? 0} never`;

const faultsOf = (report: StormReport): string =>
  Object.entries(report.faults)
    .map(([action, n]) => `${n} ${action}`)
    .join(", ");

/** What `test/functions/mail/storm.test.ts` does with a hundred. */
it.each([
  {
    told: false,
    order: 17,
    how: "no event of SES came, so each of unknown outcome got its one more try after a quarter of an hour",
  },
  { told: true, order: 18, how: "SES's own events, each told twice, settled those of unknown outcome" },
])("mails owed in bad weather, told: $told", async ({ told, order, how }) => {
  const report = await weather(await openPostOffice(faults.endpoint), faults, { owed, told });
  keepRow(`mail-storm-${told ? "told" : "untold"}`, {
    order,
    what: told
      ? "– the same where SES tells what became of them"
      : `${owed.toLocaleString("en")} mails owed, SES throttling one in ten, failing one in twenty, answering one in twenty by silence after the effect`,
    budget: told ? "each once" : "none lost, none thrice",
    measured: often(report),
    how: `four mailers, each stream batch twice; the last hundred faults were ${faultsOf(report)}; ${report.givenUp} given up; ${how}; recorded as ${JSON.stringify(report.states).replaceAll(/[{}"]/g, "").replaceAll(",", ", ")}`,
  });
  const { arrived } = report;
  expect((arrived[1] ?? 0) + (arrived[2] ?? 0)).toBe(owed);
});

const readers = 400;
/** Our account's rate at the time of the day, that we would ask SES for; workers and their share as deployed. */
const ratePerSecond = 100;
const workers = 8;
const sesPerThousand = 0.1;

it("news: units, pace and cost of each mail", async () => {
  const office = await openPostOffice();
  const meter = metered(office.table.client);
  for (let n = 0; n < readers; n++) await supporter(office, `news-${Date.now()}-${n}@example.org`);
  await send(office, await written(office));
  Object.assign(meter, { written: 0, read: 0 });
  await runFanOut(office);
  const queued = { ...meter };
  const begun = performance.now();
  await runBulkMailers(office);
  const seconds = (performance.now() - begun) / 1000;
  const each = (units: number) => units / readers;
  // A worker that waits for its turn is paid for: eight share the rate, and a mail's turn is 8/rate seconds of one of them.
  const waited = workers / ratePerSecond;
  const parts = {
    "table, writes": each(meter.written) * prices.writeUnits,
    "table, reads": each(meter.read) * prices.readUnits,
    // In tens: queued, received, deleted; and two events of each mail received and deleted.
    queues: (3 / 10 + 4 / 10) * prices.queueRequests,
    "function calls": (1 / 10 + 2 / 10) * prices.invocations,
    "function time": (waited + 0.002) * (512 / 1024) * prices.gbSecond * 1_000_000,
  };
  const ours = Object.values(parts).reduce((a, b) => a + b, 0);
  const named = Object.entries(parts).map(([name, dollars]) => `${name} $${dollars.toFixed(2)}`);
  keepRow("news-cost", {
    order: 19,
    what: "cost of news to 1,000,000 people",
    budget: "–",
    measured: `$${ours.toFixed(2)} ours, $${(sesPerThousand * 1000).toFixed(0)} of SES`,
    how: `${each(meter.written).toFixed(2)} write and ${each(meter.read).toFixed(2)} read units a mail (of which queueing ${each(queued.written).toFixed(2)} and ${each(queued.read).toFixed(2)}), ${readers} readers; ${named.join(", ")}; at a rate of ${ratePerSecond} a second, half of it for bulk, it takes ${(1_000_000 / (ratePerSecond / 2) / 3600).toFixed(1)} hours`,
  });
  keepRow("news-rate", {
    order: 20,
    what: "mails a second of one mailer that nothing holds back",
    budget: "–",
    measured: (readers / seconds).toFixed(0),
    how: `${readers} news, written, signed with their links, handed to the emulator's SES on the same machine one after another; what is deployed keeps to the rate that SES tells`,
  });
});
