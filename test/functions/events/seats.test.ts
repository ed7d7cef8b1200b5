import { beforeAll, describe, expect, it } from "vitest";
import { sweepSeats } from "../../../functions/events/sweep-seats.ts";
import { erase } from "../../../functions/participation/erase.ts";
import { manage } from "../../../functions/participation/manage.ts";
import type { Event } from "../../../shared/table/scope.ts";
import { scopeDetails } from "../../../shared/table/scope.ts";
import type { Table } from "../../../shared/table/table.ts";
import {
  anEvent,
  confirmed,
  freshTable,
  later,
  linkTo,
  personNamed,
  registered,
  seatsTaken,
  signedUp,
  stateOf,
} from "./a-campaign.ts";

let table: Table;
beforeAll(async () => {
  table = await freshTable();
});

const does = (event: Event, name: string, verb: "accept" | "withdraw", now = later(1)) =>
  manage({ table, scope: (scope) => scopeDetails(table, scope) }, { link: linkTo(event, name), verb }, now);

/** An event with this many seats and people `p0`, `p1`, … who confirmed one hour after the other. */
async function crowd(
  slug: string,
  { capacity, people }: { capacity: number; people: number },
): Promise<Event> {
  const event = await anEvent(table, { slug, capacity });
  for (let i = 0; i < people; i++) await registered(table, event, { name: `p${i}`, now: later(i / 100) });
  return event;
}

const statesOf = (event: Event, people: number) =>
  Promise.all(Array.from({ length: people }, (_, i) => stateOf(table, event, `p${i}`)));

describe("an event of limited capacity", () => {
  it("gives its seats to who confirms first, and lets the others stand in line", async () => {
    const event = await crowd("full-house", { capacity: 2, people: 4 });
    expect(await statesOf(event, 4)).toEqual(["confirmed", "confirmed", "waitlisted", "waitlisted"]);
    expect(await seatsTaken(table, event)).toBe(2);
  });

  it("answers a second confirmation as the first, from a seat and from the line", async () => {
    const event = await crowd("twice", { capacity: 1, people: 2 });
    expect((await confirmed(table, event, { name: "p0", now: later(1) })).state).toBe("confirmed");
    expect((await confirmed(table, event, { name: "p1", now: later(1) })).state).toBe("waitlisted");
    expect(await seatsTaken(table, event)).toBe(1);
  });

  it("offers a withdrawn seat to the first in line, and to no newcomer", async () => {
    const event = await crowd("freed", { capacity: 1, people: 3 });
    await does(event, "p0", "withdraw");
    expect(await statesOf(event, 3)).toEqual(["withdrawn", "offered", "waitlisted"]);
    expect((await registered(table, event, { name: "late", now: later(2) })).state).toBe("waitlisted");
    expect((await does(event, "p1", "accept", later(3))).state).toBe("confirmed");
    expect((await does(event, "p1", "accept", later(4))).state).toBe("confirmed");
    expect(await seatsTaken(table, event)).toBe(1);
  });

  it("passes a seat that is declined on at once", async () => {
    const event = await crowd("declined", { capacity: 1, people: 3 });
    await does(event, "p0", "withdraw");
    await does(event, "p1", "withdraw");
    expect(await statesOf(event, 3)).toEqual(["withdrawn", "withdrawn", "offered"]);
  });

  it("passes a seat that is not accepted in time on to the one after, and refuses it from then on", async () => {
    const event = await crowd("lapsed", { capacity: 1, people: 3 });
    await does(event, "p0", "withdraw");
    await expect(does(event, "p1", "accept", later(26))).rejects.toMatchObject({ word: "no-seat-offered" });
    await sweepSeats(table, later(26));
    expect(await statesOf(event, 3)).toEqual(["withdrawn", "waitlisted", "offered"]);
    await does(event, "p2", "withdraw", later(27));
    expect(await stateOf(table, event, "p1")).toBe("offered");
    await sweepSeats(table, later(60));
    expect(await stateOf(table, event, "p1")).toBe("withdrawn");
    expect(await seatsTaken(table, event)).toBe(0);
  });

  it("waits as long for an answer as the event says", async () => {
    const event = await anEvent(table, { slug: "patient", capacity: 1, offerHours: 72 });
    for (const name of ["p0", "p1"]) await registered(table, event, { name });
    await does(event, "p0", "withdraw", later(1));
    expect((await does(event, "p1", "accept", later(72))).state).toBe("confirmed");
  });

  it("gives free seats to newcomers again once nobody stands in line", async () => {
    const event = await crowd("emptied", { capacity: 1, people: 2 });
    await does(event, "p1", "withdraw");
    await does(event, "p0", "withdraw");
    await sweepSeats(table, later(2));
    expect((await registered(table, event, { name: "new", now: later(3) })).state).toBe("confirmed");
  });

  it("begins anew for who withdrew and signs up again", async () => {
    const event = await crowd("again", { capacity: 1, people: 1 });
    await does(event, "p0", "withdraw");
    await sweepSeats(table, later(2));
    await signedUp(table, event, { name: "p0", now: later(3) });
    expect(await stateOf(table, event, "p0")).toBe("pending");
    expect(await seatsTaken(table, event)).toBe(0);
  });

  it("gives the seat of somebody who is erased to the next in line, and takes the erased out of the line", async () => {
    const event = await crowd("erased", { capacity: 1, people: 3 });
    const scope = (of: Parameters<typeof scopeDetails>[1]) => scopeDetails(table, of);
    const forget = (name: string) => erase({ table, scope, clock: () => later(2) }, personNamed(name));
    await forget("p1");
    await forget("p0");
    expect(await statesOf(event, 3)).toEqual(["withdrawn", "withdrawn", "offered"]);
    expect(await seatsTaken(table, event)).toBe(1);
    await forget("p0");
    expect(await seatsTaken(table, event)).toBe(1);
  });

  it("leaves what an erased person took part in as it was once the event has begun", async () => {
    const event = await crowd("erased-later", { capacity: 1, people: 1 });
    const scope = (of: Parameters<typeof scopeDetails>[1]) => scopeDetails(table, of);
    await erase({ table, scope, clock: () => new Date("2027-10-21T17:00:00Z") }, personNamed("p0"));
    expect(await stateOf(table, event, "p0")).toBe("confirmed");
  });
});
