import { randomUUID } from "node:crypto";
import { DeleteItemCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { mailBatch } from "../../../functions/mail/mailer-batch.ts";
import { personKey } from "../../../shared/table/keys.ts";
import { claimMails } from "../../../shared/table/mail.ts";
import type { Participation } from "../../../shared/table/participation.ts";
import { stored } from "../../../shared/table/table.ts";
import { drain } from "../../stack/drain.ts";
import { type Faults, startFaults } from "../../stack/faults.ts";
import { allMailsTo, mailsTo, untilMails } from "../../stack/mails.ts";
import {
  confirmMailOf,
  openPostOffice,
  type PostOffice,
  runMailers,
  runOutbox,
  runSweep,
  scope,
  signedUp,
} from "./post-office.ts";

const someone = () => `p-${randomUUID()}@example.org`;
const minutes = (n: number) => n * 60_000;
let faults: Faults;
let office: PostOffice;

beforeAll(async () => {
  faults = await startFaults();
});
beforeEach(async () => {
  await faults.use();
  office = await openPostOffice(faults.endpoint);
});
afterAll(() => faults.stop());

describe("a mail that is owed", () => {
  it("goes out once, however often the stream and the queue bring it up", async () => {
    const email = someone();
    const participation = await signedUp(office, email);
    for (let time = 0; time < 3; time++) {
      await runOutbox(office);
      await runMailers(office, 2);
    }
    await untilMails(email);
    expect(await allMailsTo(email)).toHaveLength(1);
    expect((await confirmMailOf(office, participation))?.state).toBe("sent");
  });

  it("goes out once among others: what a worker sent together is known as sent, though one of them was refused", async () => {
    const emails = Array.from({ length: 8 }, someone);
    const people: Participation[] = [];
    for (const email of emails) people.push(await signedUp(office, email));
    await faults.use({
      operation: "SendRawEmail",
      times: 1,
      error: { code: "InvalidParameterValue", status: 400 },
    });
    for (let time = 0; time < 3; time++) {
      await runOutbox(office);
      await runMailers(office);
      // Claims of so long ago would be those of a dead worker.
      office.clock.now = new Date(office.clock.now.getTime() + minutes(5));
    }
    expect(await runSweep(office)).toEqual({ again: 0, left: 0 });
    const states = await Promise.all(people.map(async (one) => (await confirmMailOf(office, one))?.state));
    expect(states.toSorted()).toEqual(["refused", ...Array.from({ length: 7 }, () => "sent")]);
    expect(emails.reduce((sum, email) => sum + mailsTo(email).length, 0)).toBe(7);
  });

  it("waits where SES takes no more just now, and then goes out once", async () => {
    const email = someone();
    const participation = await signedUp(office, email);
    await faults.use({ operation: "SendRawEmail", times: 3, error: { code: "Throttling", status: 400 } });
    await runOutbox(office);
    await runMailers(office);
    expect((await faults.fired()).length).toBe(3);
    await untilMails(email);
    expect(await allMailsTo(email)).toHaveLength(1);
    expect((await confirmMailOf(office, participation))?.state).toBe("sent");
  });

  it("is handed over again at once where we went too fast, and comes back to the queue only where that goes on", async () => {
    const email = someone();
    const participation = await signedUp(office, email);
    await runOutbox(office);
    const failed: number[] = [];
    const handle = async (records: Parameters<typeof mailBatch>[1]) => {
      const answer = await mailBatch(office.mailer, records);
      failed.push(answer.batchItemFailures.length);
      return answer;
    };
    await faults.use({ operation: "SendRawEmail", times: 7, error: { code: "Throttling", status: 400 } });
    await drain({ queueUrl: office.queues.prompt, handle });
    expect(failed).toEqual([1, 0]);
    await untilMails(email);
    expect(await allMailsTo(email)).toHaveLength(1);
    expect((await confirmMailOf(office, participation))?.state).toBe("sent");
  });

  it.each([
    ["our account is paused", "AccountSendingPausedException"],
    ["our domain's MAIL FROM is not verified yet", "MailFromDomainNotVerifiedException"],
    ["our configuration set is paused", "ConfigurationSetSendingPausedException"],
    ["we may not send", "AccessDeniedException"],
    ["SES does not know our domain yet", "MessageRejected"],
  ])("waits in the queue, claimed by nobody, while %s", async (_why, code) => {
    const email = someone();
    const participation = await signedUp(office, email);
    await runOutbox(office);
    await faults.use({ operation: "SendRawEmail", error: { code, status: 400 } });
    const handle = (records: Parameters<typeof mailBatch>[1]) => mailBatch(office.mailer, records);
    expect(await drain({ queueUrl: office.queues.prompt, handle, mostReceives: 2 })).toBe(1);
    expect((await faults.fired()).length).toBe(2);
    expect(await confirmMailOf(office, participation)).toBeUndefined();
    expect(await allMailsTo(email)).toHaveLength(0);
  });

  it("is not begun where its worker has no time left for it", async () => {
    const email = someone();
    const participation = await signedUp(office, email);
    await runOutbox(office);
    const late = { ...office.mailer, until: Date.now() - 1 };
    const handle = (records: Parameters<typeof mailBatch>[1]) => mailBatch(late, records);
    expect(await drain({ queueUrl: office.queues.prompt, handle, mostReceives: 2 })).toBe(1);
    expect(await confirmMailOf(office, participation)).toBeUndefined();
    expect(await allMailsTo(email)).toHaveLength(0);
  });

  it("is refused for good where SES refuses the message itself", async () => {
    const email = someone();
    const participation = await signedUp(office, email);
    await faults.use({
      operation: "SendRawEmail",
      times: 1,
      error: { code: "InvalidParameterValue", status: 400 },
    });
    await runOutbox(office);
    await runMailers(office);
    expect(await confirmMailOf(office, participation)).toMatchObject({
      state: "refused",
      outcome: "InvalidParameterValue",
    });
    expect(await allMailsTo(email)).toHaveLength(0);
  });

  it("is of unknown outcome where SES's answer was lost, gets one more try after a quarter of an hour, and no third", async () => {
    const email = someone();
    const participation = await signedUp(office, email);
    await faults.use({ operation: "SendRawEmail", times: 2, response: { abort_frac: 0 } });
    await runOutbox(office);
    await runMailers(office);
    expect((await confirmMailOf(office, participation))?.state).toBe("unknown");
    expect(await runSweep(office)).toEqual({ again: 0, left: 0 });
    office.clock.now = new Date(office.clock.now.getTime() + minutes(16));
    expect(await runSweep(office)).toEqual({ again: 1, left: 0 });
    await runMailers(office);
    expect(await confirmMailOf(office, participation)).toMatchObject({ state: "unknown", again: true });
    office.clock.now = new Date(office.clock.now.getTime() + minutes(16));
    expect(await runSweep(office)).toEqual({ again: 0, left: 1 });
    await runMailers(office);
    await untilMails(email, 2);
    expect(await allMailsTo(email)).toHaveLength(2);
    expect(await runSweep(office)).toEqual({ again: 0, left: 0 });
  });

  it("is found by the next sweep where the message of its one more try was lost, and still goes out once", async () => {
    const email = someone();
    const participation = await signedUp(office, email);
    await faults.use({ operation: "SendRawEmail", times: 1, reset: true });
    await runOutbox(office);
    await runMailers(office);
    expect((await confirmMailOf(office, participation))?.state).toBe("unknown");
    office.clock.now = new Date(office.clock.now.getTime() + minutes(16));
    await runSweep(office);
    await drain({ queueUrl: office.queues.prompt, handle: async () => ({ batchItemFailures: [] }) });
    expect((await confirmMailOf(office, participation))?.state).toBe("again");
    office.clock.now = new Date(office.clock.now.getTime() + minutes(16));
    await runSweep(office);
    await runMailers(office);
    await untilMails(email);
    expect(await allMailsTo(email)).toHaveLength(1);
    expect((await confirmMailOf(office, participation))?.state).toBe("sent");
  });

  it("is of unknown outcome where its worker died between claim and send", async () => {
    const email = someone();
    const participation = await signedUp(office, email);
    const key = `${participation.person}.${scope}.confirm.1`;
    await claimMails(office.table, [{ key, kind: "confirm" }], { claim: "the dead", now: office.clock.now });
    await runOutbox(office);
    office.clock.now = new Date(office.clock.now.getTime() + minutes(3));
    await runMailers(office);
    expect((await confirmMailOf(office, participation))?.state).toBe("unknown");
    office.clock.now = new Date(office.clock.now.getTime() + minutes(16));
    await runSweep(office);
    await runMailers(office);
    await untilMails(email);
    expect(await allMailsTo(email)).toHaveLength(1);
  });

  it("waits while another worker may be sending it", async () => {
    const email = someone();
    const participation = await signedUp(office, email);
    const key = `${participation.person}.${scope}.confirm.1`;
    await claimMails(office.table, [{ key, kind: "confirm" }], { claim: "the other", now: office.clock.now });
    await runOutbox(office);
    const again: number[] = [];
    const handle = async (records: Parameters<typeof mailBatch>[1]) => {
      const answer = await mailBatch(office.mailer, records);
      again.push(answer.batchItemFailures.length);
      return answer;
    };
    expect(await drain({ queueUrl: office.queues.prompt, handle, mostReceives: 2 })).toBe(1);
    expect(await allMailsTo(email)).toHaveLength(0);
  });

  it("is not sent to someone who was erased meanwhile", async () => {
    const email = someone();
    const participation = await signedUp(office, email);
    await runOutbox(office);
    await erase(participation.person);
    expect(await runMailers(office)).toBe(0);
    expect(await allMailsTo(email)).toHaveLength(0);
    expect(await confirmMailOf(office, participation)).toBeUndefined();
  });

  it("is not sent to someone who was erased between claim and send, however often the sweep brings it up", async () => {
    const email = someone();
    const participation = await signedUp(office, email);
    await faults.use({ operation: "SendRawEmail", times: 1, reset: true });
    await runOutbox(office);
    await runMailers(office);
    expect((await confirmMailOf(office, participation))?.state).toBe("unknown");
    await erase(participation.person);
    for (let time = 0; time < 3; time++) {
      office.clock.now = new Date(office.clock.now.getTime() + minutes(16));
      await runSweep(office);
      expect(await runMailers(office)).toBe(0);
    }
    expect(await allMailsTo(email)).toHaveLength(0);
  });

  it("does not hold the others of its batch up when its message cannot be read", async () => {
    const email = someone();
    await signedUp(office, email);
    await runOutbox(office);
    const handle = async (records: Parameters<typeof mailBatch>[1]) =>
      mailBatch(office.mailer, [
        { ...(records[0] as (typeof records)[0]), messageId: "unreadable", body: "{" },
        ...records,
      ]);
    await drain({ queueUrl: office.queues.prompt, handle });
    await untilMails(email);
    expect(await allMailsTo(email)).toHaveLength(1);
  });
});

/** Forgets a person, as seen by the mailer: their item is gone. */
async function erase(person: Parameters<typeof personKey>[0]): Promise<void> {
  const { client, name: TableName } = office.table;
  await client.send(new DeleteItemCommand({ TableName, Key: stored({ ...personKey(person) }) }));
}
