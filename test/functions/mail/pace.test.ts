import { SESClient } from "@aws-sdk/client-ses";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Pace, pacedBy, roomWithin } from "../../../functions/mail/pace.ts";
import { type Faults, startFaults } from "../../stack/faults.ts";
import { clientFor } from "../../stack/provided.ts";

let faults: Faults;
let client: SESClient;
beforeAll(async () => {
  faults = await startFaults();
  client = new SESClient({ ...clientFor(faults.endpoint), maxAttempts: 1 });
});
afterAll(() => faults.stop());

async function secondsFor(pace: Pace, mails: number): Promise<number> {
  const begun = performance.now();
  for (let mail = 0; mail < mails; mail++) await pacedBy(pace);
  return (performance.now() - begun) / 1000;
}

describe("a mailer's pace", () => {
  it("is its share of the rate that SES tells of our account", async () => {
    await faults.use();
    const pace: Pace = { client, workers: 2 };
    await pacedBy(pace);
    expect(pace.perSecond).toBe(7);
    const seconds = await secondsFor(pace, 5);
    expect(seconds).toBeGreaterThan(0.65);
    expect(seconds).toBeLessThan(2);
  });

  it("is that of a new account, one mail a second for all workers, until SES has told us", async () => {
    await faults.use({ operation: "GetSendQuota", error: { code: "InternalFailure", status: 500 } });
    const pace: Pace = { client, workers: 4 };
    await pacedBy(pace);
    expect(pace.perSecond).toBe(0.25);
    expect(await faults.fired()).toHaveLength(1);
  });

  it("stays what it was where SES does not tell it again", async () => {
    await faults.use({ operation: "GetSendQuota", error: { code: "InternalFailure", status: 500 } });
    const pace: Pace = { client, workers: 4, perSecond: 50, readAt: performance.now() - 61_000 };
    await pacedBy(pace);
    expect(pace.perSecond).toBe(50);
  });

  it("is the one that was given, where one was", async () => {
    await faults.use();
    const pace: Pace = { client, workers: 4, given: 400 };
    await pacedBy(pace);
    expect(pace.perSecond).toBe(100);
  });

  it("says how many mails can be sent in a time, one at least", async () => {
    const pace: Pace = { client, workers: 8, given: 1 };
    expect(await roomWithin(pace, 45_000)).toBe(5);
    expect(await roomWithin(pace, 1_000)).toBe(1);
    expect(await roomWithin({ client, workers: 4, given: 400 }, 45_000)).toBe(4_500);
  });
});
