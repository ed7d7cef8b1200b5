import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sweepSeats } from "../../../functions/events/sweep-seats.ts";
import { tallyBatch } from "../../../functions/participation/tally-batch.ts";
import { TooBusy } from "../../../shared/domain/refused.ts";
import { partsOf } from "../../../shared/domain/seats.ts";
import { counterOf } from "../../../shared/table/counter.ts";
import type { Event } from "../../../shared/table/scope.ts";
import type { Table } from "../../../shared/table/table.ts";
import { firstInLine } from "../../../shared/table/waiting-line.ts";
import { type Faults, startFaults } from "../../stack/faults.ts";
import { streamRecords } from "../../stack/table-stream.ts";
import {
  anEvent,
  confirmed,
  freshTable,
  later,
  personNamed,
  reached,
  seatsTaken,
  signedUp,
} from "./a-campaign.ts";

const people = 1000;
const names = Array.from({ length: people }, (_, i) => `r${i}`);

/** As many at once as a function's clients would have open; the order in which they come is the list's. */
async function all<Out>(atOnce: number, work: (name: string, i: number) => Promise<Out>): Promise<Out[]> {
  const results: Out[] = [];
  let next = 0;
  const worker = async () => {
    for (let i = next++; i < names.length; i = next++) results[i] = await work(names[i] ?? "", i);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}

/** Who is told to try again presses the button again. */
async function press(table: Table, event: Event, who: { name: string; now: Date }): Promise<string> {
  for (let attempt = 0; attempt < 20; attempt++) {
    try {
      return (await confirmed(table, event, who)).state;
    } catch (error) {
      if (!(error instanceof TooBusy) && !isFault(error)) throw error;
    }
  }
  throw new Error("twenty presses were not enough");
}

function isFault(error: unknown): boolean {
  return error instanceof Error && "$metadata" in error;
}

describe("the rush for the last ten seats", () => {
  let faults: Faults;
  beforeAll(async () => {
    faults = await startFaults();
  });
  afterAll(() => faults.stop());

  it("gives exactly ten to a thousand who come at once while requests fail, the rest stand in line in order", async () => {
    const table = await freshTable();
    const event = await anEvent(table, { slug: "rush", capacity: 10 });
    await all(40, (name) => signedUp(table, event, { name }));
    const shaky = reached(table.name, faults.endpoint);
    await faults.use(
      {
        service: "dynamodb",
        operation: "TransactWriteItems",
        probability: 0.1,
        error: { code: "ThrottlingException" },
      },
      { service: "dynamodb", operation: "TransactWriteItems", times: 3, response: { abort_bytes: 0 } },
      {
        service: "dynamodb",
        operation: "UpdateItem",
        probability: 0.02,
        error: { code: "InternalServerError" },
      },
    );
    const states = await all(100, (name, i) =>
      press(shaky, event, { name, now: new Date(later(1).getTime() + i) }),
    );
    expect(await faults.fired()).not.toHaveLength(0);
    await faults.use();

    expect(states.filter((state) => state === "confirmed")).toHaveLength(10);
    expect(states.filter((state) => state === "waitlisted")).toHaveLength(990);
    expect(await seatsTaken(table, event)).toBe(10);
    const line = await firstInLine(table, event.scope, people);
    const waiting = names.filter((_, i) => states[i] === "waitlisted");
    expect(line.map(({ person }) => person)).toEqual(waiting.map(personNamed));
    expect(await sweepSeats(table, later(2))).toEqual({ passed: 0, offered: 0 });

    await tallyBatch(table, await streamRecords(table.name), () => later(2));
    expect(await counterOf(table, event.scope)).toMatchObject({ people: 10, actions: 10 });
  }, 120_000);

  it("spreads a large hall over shards and fills it to the last seat", async () => {
    const table = await freshTable();
    const event = await anEvent(table, { slug: "hall", capacity: 700, seatShards: 2 });
    expect(partsOf(700, 2)).toEqual([350, 350]);
    await all(40, (name) => signedUp(table, event, { name }));
    const states = await all(60, (name) => press(table, event, { name, now: later(1) }));
    expect(states.filter((state) => state === "confirmed")).toHaveLength(700);
    expect(await seatsTaken(table, event)).toBe(700);
  }, 120_000);
});
