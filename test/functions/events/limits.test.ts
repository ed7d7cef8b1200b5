import { beforeAll, describe, expect, it } from "vitest";
import { resize } from "../../../functions/events/decide.ts";
import { sweepSeats } from "../../../functions/events/sweep-seats.ts";
import { manage } from "../../../functions/participation/manage.ts";
import { tallyBatch } from "../../../functions/participation/tally-batch.ts";
import { owedByParticipation } from "../../../shared/mail/owed.ts";
import { counterOf } from "../../../shared/table/counter.ts";
import { participationOf } from "../../../shared/table/participation.ts";
import { type Event, eventDetails, scopeDetails } from "../../../shared/table/scope.ts";
import type { Table } from "../../../shared/table/table.ts";
import { streamRecords } from "../../stack/table-stream.ts";
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
let ids = 0;
beforeAll(async () => {
  table = await freshTable();
});

const resized = (event: Event, capacity: number | null, now = later(2)) =>
  resize({ table, clock: () => now, id: () => String(ids++) }, { slug: event.slug, capacity, who: "staff" });

const standing = async (event: Event): Promise<Event> => {
  const found = await eventDetails(table, event.slug);
  if (!found) throw new Error("it is gone");
  return found;
};

const statesOf = (event: Event, names: string[]) =>
  Promise.all(names.map((name) => stateOf(table, event, name)));

const names = (n: number) => Array.from({ length: n }, (_, i) => `p${i}`);

/** Two minutes after a limit was given or taken away, when the sweep ends it. */
const settled = later(2 + 2 / 60);

async function crowd(wishes: { slug: string; capacity: number | null }, people: number): Promise<Event> {
  const event = await anEvent(table, wishes);
  for (const [i, name] of names(people).entries())
    await registered(table, event, { name, now: later(i / 100) });
  return event;
}

describe("an event that is given a limit", () => {
  it("gives each who is registered their seat, and the rest to who comes, to the last", async () => {
    const event = await crowd({ slug: "limited", capacity: null }, 5);
    expect(await resized(event, 6)).toMatchObject({ capacity: 6, seating: { to: "limit" } });
    await sweepSeats(table, settled);
    const limited = await standing(event);
    expect(limited).toMatchObject({ capacity: 6 });
    expect(limited.seating).toBeUndefined();
    expect(await seatsTaken(table, limited)).toBe(5);
    expect(await statesOf(event, names(5))).toEqual(Array(5).fill("confirmed"));
    const [one, two] = [
      await registered(table, limited, { name: "new0", now: later(3) }),
      await registered(table, limited, { name: "new1", now: later(3.1) }),
    ];
    expect([one.state, two.state]).toEqual(["confirmed", "waitlisted"]);
    expect(await seatsTaken(table, limited)).toBe(6);
    const scope = (of: Parameters<typeof scopeDetails>[1]) => scopeDetails(table, of);
    await manage({ table, scope }, { link: linkTo(event, "p0"), verb: "withdraw" }, later(4));
    expect(await stateOf(table, event, "new1")).toBe("offered");
    expect(await seatsTaken(table, limited)).toBe(6);
  });

  it("lets newcomers wait while seats are counted, then lets them in", async () => {
    const event = await crowd({ slug: "meanwhile", capacity: null }, 2);
    const counting = await resized(event, 3);
    expect((await registered(table, counting, { name: "early", now: later(2.001) })).state).toBe(
      "waitlisted",
    );
    await expect(resized(event, 10)).rejects.toMatchObject({ word: "seats-being-counted" });
    await sweepSeats(table, settled);
    expect(await stateOf(table, event, "early")).toBe("offered");
    expect(await seatsTaken(table, await standing(event))).toBe(3);
  });

  it("seats also who confirmed by what a function had read before, and nobody loses a place by it", async () => {
    const event = await crowd({ slug: "overtaken", capacity: null }, 2);
    await signedUp(table, event, { name: "stale" });
    await resized(event, 2);
    // This request read the event while it had no limit.
    const { confirmPending } = await import("../../../shared/table/participation.ts");
    await confirmPending(
      table,
      { person: personNamed("stale"), scope: event.scope, generation: 1 },
      later(2.001),
    );
    await sweepSeats(table, settled);
    const limited = await standing(event);
    expect(limited.capacity).toBe(3);
    expect(await seatsTaken(table, limited)).toBe(3);
    expect((await registered(table, limited, { name: "next", now: later(3) })).state).toBe("waitlisted");
  });

  it("is refused one below those registered", async () => {
    const event = await crowd({ slug: "below", capacity: null }, 4);
    await expect(resized(event, 3)).rejects.toMatchObject({ word: "capacity-below-registered" });
    expect(await standing(event)).toMatchObject({ capacity: null, version: 1 });
  });

  it("owes nobody a mail and moves no count by it", async () => {
    const event = await crowd({ slug: "uncounted", capacity: null }, 3);
    const before = await participationOf(table, personNamed("p0"), event.scope);
    await resized(event, 3);
    await sweepSeats(table, settled);
    const after = await participationOf(table, personNamed("p0"), event.scope);
    if (!before || !after) throw new Error("they are gone");
    expect(after.seat).toBeTypeOf("number");
    expect(owedByParticipation(before, after)).toEqual([]);
    await tallyBatch(table, await streamRecords(table.name), () => settled);
    expect(await counterOf(table, event.scope)).toMatchObject({ people: 3, actions: 3 });
  });

  it("is given one at once while nobody can have registered", async () => {
    const event = await anEvent(table, { slug: "unseen", state: "submitted", capacity: null });
    const limited = await resized(event, 20);
    expect(limited).toMatchObject({ capacity: 20, seatShards: 1 });
    expect(limited.seating).toBeUndefined();
  });
});

describe("an event that loses its limit", () => {
  it("lets in everybody who waits or has an offer, each told once, and takes whoever comes", async () => {
    const event = await crowd({ slug: "freed", capacity: 2 }, 6);
    const scope = (of: Parameters<typeof scopeDetails>[1]) => scopeDetails(table, of);
    await manage({ table, scope }, { link: linkTo(event, "p0"), verb: "withdraw" }, later(1));
    expect(await stateOf(table, event, "p2")).toBe("offered");
    const waiting = await participationOf(table, personNamed("p3"), event.scope);
    const unlimited = await resized(event, null);
    expect(await statesOf(event, names(6))).toEqual(["withdrawn", ...Array(5).fill("confirmed")]);
    const admitted = await participationOf(table, personNamed("p3"), event.scope);
    if (!waiting || !admitted) throw new Error("they are gone");
    expect(owedByParticipation(waiting, admitted).map(({ kind }) => kind)).toEqual(["registered"]);
    expect((await registered(table, unlimited, { name: "new", now: later(2.5) })).state).toBe("confirmed");
  });

  it("lets in also who joined the line by what a function had read before", async () => {
    const event = await crowd({ slug: "late-line", capacity: 1 }, 1);
    await signedUp(table, event, { name: "stale" });
    await resized(event, null);
    const { joinLine } = await import("../../../shared/table/waiting-line.ts");
    await joinLine(table, { person: personNamed("stale"), scope: event.scope, generation: 1 }, later(2.001));
    await sweepSeats(table, settled);
    expect(await stateOf(table, event, "stale")).toBe("confirmed");
    expect((await standing(event)).seating).toBeUndefined();
  });

  it("can be given one again, and then the seats are right", async () => {
    const event = await crowd({ slug: "there-and-back", capacity: 2 }, 4);
    await resized(event, null);
    await sweepSeats(table, settled);
    const scope = (of: Parameters<typeof scopeDetails>[1]) => scopeDetails(table, of);
    await manage({ table, scope }, { link: linkTo(event, "p0"), verb: "withdraw" }, later(3));
    await manage({ table, scope }, { link: linkTo(event, "p3"), verb: "withdraw" }, later(3));
    await resized(event, 3, later(4));
    await sweepSeats(table, later(4.1));
    const limited = await standing(event);
    expect(await seatsTaken(table, limited)).toBe(2);
    await signedUp(table, limited, { name: "third", now: later(5) });
    expect((await confirmed(table, limited, { name: "third", now: later(5) })).state).toBe("confirmed");
    expect((await registered(table, limited, { name: "fourth", now: later(5) })).state).toBe("waitlisted");
    expect(await seatsTaken(table, limited)).toBe(3);
  });
});
