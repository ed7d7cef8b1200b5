import { SQSClient } from "@aws-sdk/client-sqs";
import ICAL from "ical.js";
import PostalMime from "postal-mime";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { decide } from "../../../functions/events/decide.ts";
import { editEvent } from "../../../functions/events/edit.ts";
import { beginReminders } from "../../../functions/mail/due-reminders.ts";
import { fanOutMails } from "../../../functions/mail/fan-out-mails.ts";
import { mailBatch } from "../../../functions/mail/mailer-batch.ts";
import { manage } from "../../../functions/participation/manage.ts";
import { dueFanOuts } from "../../../shared/table/fan-out.ts";
import { type Event, scopeDetails } from "../../../shared/table/scope.ts";
import { drain } from "../../stack/drain.ts";
import { type Faults, startFaults } from "../../stack/faults.ts";
import { allMailsTo, mailsTo, untilMails } from "../../stack/mails.ts";
import { clientFor } from "../../stack/provided.ts";
import { openPostOffice, type PostOffice } from "../mail/post-office.ts";
import { anEvent, linkTo, registered } from "./a-campaign.ts";

/** A run's own names: the mails of all tests of a run lie in one folder. */
const tag = `${process.pid}-${Date.now().toString(36)}`;
const named = (name: string) => `${name}-${tag}`;
const addressOf = (name: string) => `${named(name)}@example.org`;

let office: PostOffice;
let ids = 0;
beforeAll(async () => {
  office = await openPostOffice();
});
beforeEach(() => {
  office.clock.now = new Date("2027-06-01T09:00:00Z");
});

const organizing = () => ({ table: office.table, clock: () => office.clock.now, id: () => String(ids++) });
const at = (iso: string) => {
  office.clock.now = new Date(iso);
};

async function runFanOuts(queues = office.queues, lastingMs = 60_000): Promise<number> {
  const { table, clock } = office;
  await beginReminders(table, clock.now);
  const until = Date.now() + lastingMs;
  return fanOutMails({ table, queues, clock: () => clock.now, until });
}

const deliver = () =>
  drain({
    queueUrl: office.queues.bulk,
    handle: (records) => mailBatch({ ...office.mailer, desk: fresh() }, records),
  });

/** Reads events as they are now: the mailer's cache is a matter of seconds that tests do not wait for. */
const fresh = () => ({
  ...office.mailer.desk,
  scope: (scope: Parameters<typeof scopeDetails>[1]) => scopeDetails(office.table, scope),
});

async function withPeople(slug: string, names: string[], wishes: Partial<Event> = {}): Promise<Event> {
  const event = await anEvent(office.table, { slug: `${slug}-${tag}`, ...wishes });
  for (const name of names)
    await registered(office.table, event, { name: named(name), now: office.clock.now });
  return event;
}

const subjects = async (name: string) => (await allMailsTo(addressOf(name))).map(({ subject }) => subject);

async function calendarTo(name: string) {
  const [mail] = await untilMails(addressOf(name));
  const { attachments, text = "" } = await PostalMime.parse(mail?.raw ?? "");
  const content = attachments.find(({ mimeType }) => mimeType.startsWith("text/calendar"))?.content;
  const file = typeof content === "string" ? content : new TextDecoder().decode(content);
  const calendar = new ICAL.Component(ICAL.parse(file));
  const entry = calendar.getFirstSubcomponent("vevent");
  const value = (property: string) => entry?.getFirstPropertyValue(property)?.toString();
  const method = calendar.getFirstPropertyValue("method");
  return {
    method,
    uid: value("uid"),
    sequence: value("sequence"),
    start: value("dtstart"),
    status: value("status"),
    text,
  };
}

describe("a change of time", () => {
  it("is mailed to everybody registered and in line, with the calendar's entry brought up to date", async () => {
    const event = await withPeople("moved", ["m0", "m1"], { capacity: 1, online: true });
    const edit = { version: event.version, starts: "2027-10-21T19:00", ends: "2027-10-21T21:00" };
    await editEvent(organizing(), { slug: event.slug, edit, who: "organizer" });
    expect(await runFanOuts()).toBe(2);
    expect(await runFanOuts()).toBe(0);
    await deliver();
    for (const name of ["m0", "m1"])
      expect(await calendarTo(name)).toMatchObject({
        method: "PUBLISH",
        uid: `${event.slug}@localhost`,
        sequence: "1",
        start: "2027-10-21T17:00:00Z",
      });
  });

  it("owes nothing where only the words were corrected", async () => {
    const event = await withPeople("words", ["w0"], { online: true });
    await editEvent(organizing(), {
      slug: event.slug,
      edit: { version: 1, title: "With more tea" },
      who: "organizer",
    });
    expect(await runFanOuts()).toBe(0);
  });
});

describe("a cancellation", () => {
  it("takes the entry out of every calendar, and ends the reminders", async () => {
    const event = await withPeople("cancelled", ["c0"]);
    await decide(organizing(), {
      slug: event.slug,
      verb: "cancel",
      who: "organizer",
      reason: "The hall burnt down.",
    });
    await runFanOuts();
    at("2027-10-20T17:00:00Z");
    await runFanOuts();
    await deliver();
    expect(await calendarTo("c0")).toMatchObject({ method: "CANCEL", sequence: "1", status: "CANCELLED" });
    expect(await subjects("c0")).toEqual(["Cancelled: An evening on encryption"]);
  });

  it("overtakes a reminder that is already on its way", async () => {
    const event = await withPeople("overtaken", ["o0"]);
    at("2027-10-20T17:00:00Z");
    expect(await runFanOuts()).toBe(1);
    await decide(organizing(), { slug: event.slug, verb: "cancel", who: "organizer" });
    await deliver();
    expect(await subjects("o0")).toEqual([]);
  });
});

describe("reminders", () => {
  it("come a day and an hour before, each once however often the sweep runs", async () => {
    await withPeople("reminded", ["r0"], { joinLink: "https://meet.example.org/r" });
    at("2027-10-20T15:59:00Z");
    expect(await runFanOuts()).toBe(0);
    for (const moment of [
      "2027-10-20T16:00:00Z",
      "2027-10-20T16:01:00Z",
      "2027-10-21T15:00:00Z",
      "2027-10-21T15:30:00Z",
    ]) {
      at(moment);
      await runFanOuts();
      await deliver();
    }
    await untilMails(addressOf("r0"), 2);
    expect(await subjects("r0")).toEqual([
      "In an hour: An evening on encryption",
      "Tomorrow: An evening on encryption",
    ]);
    expect(mailsTo(addressOf("r0"))[0]?.raw).toContain("https://meet.example.org/r");
  });

  it("leave those in peace who withdrew, who came later, and who refused them", async () => {
    const event = await withPeople("in-peace", ["gone"]);
    const scope = (of: Parameters<typeof scopeDetails>[1]) => scopeDetails(office.table, of);
    await manage(
      { table: office.table, scope },
      { link: linkTo(event, named("gone")), verb: "withdraw" },
      office.clock.now,
    );
    const { register } = await import("../../../functions/participation/register.ts");
    const { request } = await import("./request.ts");
    const { confirm } = await import("../../../functions/participation/confirm.ts");
    const surroundings = {
      table: office.table,
      ...{
        origin: "",
        personKey: async () => "key",
        linkSecret: async () => "",
        scope,
        clock: () => office.clock.now,
      },
    };
    const body = { email: addressOf("refused"), noReminders: { day: true } };
    await register(surroundings, request({ params: { slug: event.slug }, body }));
    await confirm({ table: office.table, scope }, linkTo(event, named("refused")), office.clock.now);
    at("2027-10-20T16:30:00Z");
    await registered(office.table, event, { name: named("late"), now: office.clock.now });
    await runFanOuts();
    await deliver();
    at("2027-10-21T15:00:00Z");
    await runFanOuts();
    await deliver();
    for (const name of ["late", "refused"]) await untilMails(addressOf(name));
    expect(await subjects("gone")).toEqual([]);
    expect(await subjects("refused")).toEqual(["In an hour: An evening on encryption"]);
    expect(await subjects("late")).toEqual(["In an hour: An evening on encryption"]);
  });

  it("reach each by their own day, told in their own time, in as many runs as there are zones, and once", async () => {
    const event = await withPeople("worldwide", [], {
      ...{ online: true, startsAt: "2027-11-11T16:00:00Z", endsAt: "2027-11-11T18:00:00Z" },
    });
    const { register } = await import("../../../functions/participation/register.ts");
    const { request } = await import("./request.ts");
    const { confirm } = await import("../../../functions/participation/confirm.ts");
    const scope = (of: Parameters<typeof scopeDetails>[1]) => scopeDetails(office.table, of);
    const surroundings = {
      ...{ table: office.table, origin: "", personKey: async () => "key", linkSecret: async () => "", scope },
      clock: () => office.clock.now,
    };
    for (const [name, timeZone] of [
      ["tokyo", "Asia/Tokyo"],
      ["kolkata", "Asia/Kolkata"],
      ["nowhere", "Mars/Olympus"],
    ] as const) {
      const body = { email: addressOf(name), timeZone };
      await register(surroundings, request({ params: { slug: event.slug }, body }));
      await confirm({ table: office.table, scope }, linkTo(event, named(name)), office.clock.now);
    }
    const queued: Record<string, number> = {};
    for (let minute = 0; minute < 16 * 60; minute += 30) {
      office.clock.now = new Date(Date.parse("2027-11-10T12:00:00Z") + minute * 60_000);
      const mails = await runFanOuts();
      if (mails > 0) queued[office.clock.now.toISOString().slice(0, 16)] = mails;
    }
    // In Kolkata at seven in the evening, in Tokyo at nine in the morning.
    expect(queued).toEqual({ "2027-11-10T13:30": 1, "2027-11-10T16:00": 1, "2027-11-11T00:00": 1 });
    await deliver();
    for (const name of ["tokyo", "kolkata", "nowhere"]) await untilMails(addressOf(name));
    for (const name of ["tokyo", "kolkata", "nowhere"]) expect(await subjects(name), name).toHaveLength(1);
    const [mail] = await untilMails(addressOf("tokyo"));
    const { text = "" } = await PostalMime.parse(mail?.raw ?? "");
    expect(text).toContain("In your local time: 12 November 2027");
  });

  it("of the day before do not come when the day has come", async () => {
    await withPeople("asleep", ["a0"]);
    at("2027-10-21T11:00:00Z");
    await runFanOuts();
    await deliver();
    at("2027-10-21T15:00:00Z");
    await runFanOuts();
    await deliver();
    await untilMails(addressOf("a0"));
    expect(await subjects("a0")).toEqual(["In an hour: An evening on encryption"]);
  });

  it("come anew for another day, and not for another hour of the same", async () => {
    const event = await withPeople("postponed", ["p0"], { online: true });
    at("2027-10-20T16:00:00Z");
    await runFanOuts();
    const later = (version: number, day: string) =>
      editEvent(organizing(), {
        slug: event.slug,
        edit: { version, starts: `${day}T18:30`, ends: `${day}T20:00` },
        who: "organizer",
      });
    await later(1, "2027-10-21");
    at("2027-10-20T16:40:00Z");
    await runFanOuts();
    await later(2, "2027-10-25");
    at("2027-10-24T17:00:00Z");
    await runFanOuts();
    await deliver();
    await untilMails(addressOf("p0"), 2);
    expect((await subjects("p0")).toSorted()).toEqual([
      "New time or place: An evening on encryption",
      "Tomorrow: An evening on encryption",
    ]);
  });
});

describe("a fan-out that is killed", () => {
  let faults: Faults;
  beforeAll(async () => {
    faults = await startFaults();
  });
  afterAll(() => faults.stop());

  it("goes on where it was, leaves nobody out, and mails nobody twice", async () => {
    const names = Array.from({ length: 24 }, (_, i) => `k${i}`);
    await withPeople("killed", names);
    at("2027-10-20T16:00:00Z");
    const shaky = {
      ...office.queues,
      client: new SQSClient({ ...clientFor(faults.endpoint), maxAttempts: 1 }),
      bulk: faults.endpoint + new URL(office.queues.bulk).pathname,
    };
    await faults.use(
      { service: "sqs", probability: 0.3, error: { code: "ServiceUnavailable" } },
      { service: "sqs", probability: 0.3, response: { abort_bytes: 0 } },
    );
    let runs = 0;
    for (let done = false; !done && runs < 100; runs++) {
      // Each run may die at any page.
      await runFanOuts(shaky, 150).catch(() => 0);
      done = (await dueFanOuts(office.table, office.clock.now)).length === 0;
      if (runs === 90) await faults.use();
    }
    expect(await faults.fired()).not.toHaveLength(0);
    await faults.use();
    for (let run = 0; run < 20; run++) await runFanOuts();
    await deliver();
    for (const name of names) {
      await untilMails(addressOf(name));
      expect(await subjects(name), name).toEqual(["Tomorrow: An evening on encryption"]);
    }
  });
});
