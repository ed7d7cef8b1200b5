import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decide } from "../../../functions/events/decide.ts";
import { sweepSeats } from "../../../functions/events/sweep-seats.ts";
import { manage } from "../../../functions/participation/manage.ts";
import { type Event, scopeDetails } from "../../../shared/table/scope.ts";
import { type Faults, startFaults } from "../../stack/faults.ts";
import { allMailsTo, untilMails } from "../../stack/mails.ts";
import { openPostOffice, type PostOffice, runMailers, runOutbox } from "../mail/post-office.ts";
import { anEvent, linkTo, registered, seatsTaken, stateOf } from "./a-campaign.ts";

/** A run's own names: the mails of all tests of a run lie in one folder. */
const tag = `${process.pid}-${Date.now().toString(36)}`;
const named = (name: string) => `${name}-${tag}`;

let office: PostOffice;
let faults: Faults;
beforeAll(async () => {
  faults = await startFaults();
  office = await openPostOffice(faults.endpoint);
  office.mailer.desk.scope = (scope) => scopeDetails(office.table, scope);
});
afterAll(() => faults.stop());

const at = (iso: string) => {
  office.clock.now = new Date(iso);
};
const scope = (of: Parameters<typeof scopeDetails>[1]) => scopeDetails(office.table, of);
const offers = async (name: string) => {
  const subjects = (await allMailsTo(`${named(name)}@example.org`)).map(({ subject }) => subject);
  return subjects.filter((subject) => subject?.startsWith("A place is yours"));
};

/** One seat; `names` came in this order, and the first gives it back. */
async function freed(slug: string, names: string[]): Promise<Event> {
  at("2027-06-01T09:00:00Z");
  const event = await anEvent(office.table, { slug: `${slug}-${tag}`, capacity: 1 });
  for (const [i, name] of names.entries())
    await registered(office.table, event, {
      name: named(name),
      now: new Date(office.clock.now.getTime() + i * 1000),
    });
  at("2027-06-01T10:00:00Z");
  await manage(
    { table: office.table, scope },
    { link: linkTo(event, named(names[0] ?? "")), verb: "withdraw" },
    office.clock.now,
  );
  return event;
}

const mailIsRefused = { service: "ses", error: { code: "Throttling", status: 400 } };

describe("a promotion whose mail fails", () => {
  it("stays theirs, and is mailed once as soon as mails are taken again", async () => {
    const event = await freed("refused", ["r0", "r1"]);
    await faults.use({ ...mailIsRefused, times: 5 });
    await runOutbox(office);
    await runMailers(office);
    expect((await faults.fired()).length).toBeGreaterThan(0);
    await faults.use();
    await runMailers(office);
    await untilMails(`${named("r1")}@example.org`, 1);
    expect(await offers("r1")).toHaveLength(1);
    expect(await stateOf(office.table, event, named("r1"))).toBe("offered");
    expect(await seatsTaken(office.table, event)).toBe(1);
  });

  it("passes to the one after when its time has run out, and its late mail is not sent any more", async () => {
    const event = await freed("never", ["n0", "n1", "n2"]);
    at("2027-06-02T10:00:01Z");
    await sweepSeats(office.table, office.clock.now);
    expect(await stateOf(office.table, event, named("n1"))).toBe("waitlisted");
    expect(await stateOf(office.table, event, named("n2"))).toBe("offered");
    expect(await seatsTaken(office.table, event)).toBe(1);
    // Only now do mails go out, the one of the first offer too: it would say what is true no more.
    await runOutbox(office);
    await runMailers(office);
    await untilMails(`${named("n2")}@example.org`, 1);
    expect(await offers("n1")).toEqual([]);
    expect(await offers("n2")).toHaveLength(1);
  });

  it("is told to nobody once the organizer has called the event off meanwhile", async () => {
    const event = await freed("called-off", ["c0", "c1"]);
    let ids = 0;
    const organizing = { table: office.table, clock: () => office.clock.now, id: () => `off-${ids++}` };
    await decide(organizing, { slug: event.slug, verb: "cancel", who: "organizer", reason: "Flood." });
    await runOutbox(office);
    await runMailers(office);
    expect(await offers("c1")).toEqual([]);
  });
});
