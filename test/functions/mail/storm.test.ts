import { afterAll, beforeAll, expect, it } from "vitest";
import { type Faults, startFaults } from "../../stack/faults.ts";
import { openPostOffice } from "./post-office.ts";
import { weather } from "./storm.ts";

let faults: Faults;
beforeAll(async () => {
  faults = await startFaults();
});
afterAll(() => faults.stop());

/** What `test/bench/mail.bench.ts` does with 2,000. */
const owed = 100;

it("brings every owed mail, with SES throttling, failing and losing answers, and only one of unknown outcome a second time", async () => {
  const report = await weather(await openPostOffice(faults.endpoint), faults, { owed, told: false });
  const { arrived, states, givenUp } = report;
  expect(givenUp).toBe(0);
  expect(arrived[0] ?? 0).toBe(0);
  expect((arrived[1] ?? 0) + (arrived[2] ?? 0)).toBe(owed);
  expect(arrived[2] ?? 0).toBeLessThanOrEqual(states["sent at the second try"] ?? 0);
  expect((states.sent ?? 0) + (states["sent at the second try"] ?? 0)).toBe(owed);
  expect(Object.keys(report.faults).length).toBeGreaterThan(1);
}, 120_000);

it("brings every owed mail once where SES tells of those whose answer was lost", async () => {
  const report = await weather(await openPostOffice(faults.endpoint), faults, { owed, told: true });
  expect(report.arrived).toEqual({ 1: owed });
  expect(report.givenUp).toBe(0);
  expect(Object.keys(report.faults).length).toBeGreaterThan(1);
}, 120_000);
