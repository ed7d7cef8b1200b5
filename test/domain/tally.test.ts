import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { counts } from "../../shared/domain/participation-states.ts";
import {
  addDeltas,
  countableMember,
  countableParticipation,
  type Deltas,
  emptyLedger,
  type Figures,
  figuresOf,
  hourOf,
  type Ledger,
  post,
  subtract,
} from "../../shared/domain/tally.ts";
import { deliveryOf, type Image, lives, newest } from "./lives.ts";

const delivered = lives.chain((life) => deliveryOf(life).map((delivery) => ({ life, delivery })));

/** Counts batch by batch; gives the ledger and the counters after each. */
function play(delivery: Image[][]): { ledger: Ledger; counters: Deltas; moments: Deltas[] } {
  let ledger = emptyLedger;
  let counters: Deltas = {};
  const moments: Deltas[] = [];
  delivery.forEach((batch, i) => {
    const posted = post(ledger, batch.map(countableParticipation), hourOf(new Date(i * 1_800_000)));
    if (!posted) return;
    ledger = posted.ledger;
    counters = addDeltas(counters, posted.deltas);
    moments.push(counters);
  });
  return { ledger, counters, moments };
}

/** The recount by other means: look at the items, and count heads. */
function recount(items: Image[]) {
  const counted = items.filter((item) => counts(item.state));
  const of = (scope: string) =>
    counted.filter((item) => scope === "coalition" || scope === item.campaign || scope === item.scope);
  const scopes = ["coalition", "campaign.day", ...new Set(items.map((item) => item.scope))];
  return scopes.flatMap((scope) => {
    const here = of(scope);
    return here.length === 0 ? [] : [{ scope, actions: here.length, people: 1 }];
  });
}

const sumOf = (figures: Record<string, number>, facet: string) =>
  Object.entries(figures).reduce((sum, [figure, n]) => (figure.startsWith(`${facet}:`) ? sum + n : sum), 0);

describe("the tally, under any delivery of what was stored", () => {
  it("ends with what the items say: twice, late, in any order, and with older images after newer ones", () => {
    fc.assert(
      fc.property(delivered, ({ life, delivery }) => {
        const { counters } = play(delivery);
        const found = Object.entries(counters).map(([scope, { actions, people }]) => ({
          scope,
          actions,
          people,
        }));
        const by = (a: { scope: string }, b: { scope: string }) => (a.scope < b.scope ? -1 : 1);
        expect(found.sort(by)).toEqual(recount(newest(life)).sort(by));
      }),
      { numRuns: 1000 },
    );
  });

  it("ends the same, to each cell, as when every image had come once and in order", () => {
    fc.assert(
      fc.property(delivered, ({ life, delivery }) => {
        expect(play(delivery).counters).toEqual(play(life.flat().map((image) => [image])).counters);
      }),
    );
  });

  it("is at no moment below zero, and its breakdowns sum up to the people", () => {
    fc.assert(
      fc.property(delivered, ({ delivery }) => {
        for (const figures of play(delivery).moments.flatMap(Object.values<Figures>)) {
          expect(Math.min(...Object.values(figures))).toBeGreaterThan(0);
          for (const facet of ["country", "language", "source"])
            expect(sumOf(figures, facet)).toBe(figures.people);
        }
      }),
    );
  });

  it("books every difference: the bookings of all hours sum up to the figures", () => {
    fc.assert(
      fc.property(delivered, ({ delivery }) => {
        const { ledger, counters } = play(delivery);
        const booked = Object.values(ledger.bookings).reduce<Deltas>(addDeltas, {});
        expect(booked).toEqual(counters);
        expect(booked).toEqual(figuresOf(ledger.entries));
      }),
    );
  });

  it("has nothing to write when all comes once more", () => {
    fc.assert(
      fc.property(delivered, ({ life, delivery }) => {
        const { ledger } = play(delivery);
        for (const image of life.flat())
          expect(post(ledger, [countableParticipation(image)], "later")).toBeUndefined();
      }),
    );
  });
});

describe("a ledger", () => {
  const image: Image = {
    scope: "event.day",
    campaign: "campaign.day",
    state: "confirmed",
    version: 7,
    generation: 1,
    confirmedAt: "then",
    locale: "ar",
    country: "KE",
  };

  it("is not written for a first signup that was never confirmed: most that comes is that", () => {
    const pending = countableParticipation({ ...image, state: "pending", confirmedAt: undefined });
    expect(post(emptyLedger, [pending], "h")).toBeUndefined();
  });

  it("remembers a withdrawal that comes before the confirmation", () => {
    const withdrawn = post(
      emptyLedger,
      [countableParticipation({ ...image, state: "withdrawn", version: 8 })],
      "h",
    );
    expect(withdrawn?.deltas).toEqual({});
    expect(post(withdrawn?.ledger ?? emptyLedger, [countableParticipation(image)], "h")).toBeUndefined();
  });

  it("counts a person once in the coalition however many actions they take, and in each action", () => {
    const other = countableParticipation({ ...image, scope: "event.workshop" });
    const posted = post(emptyLedger, [countableParticipation(image), other], "2027-10-21T09");
    expect(posted?.deltas).toMatchObject({
      coalition: { people: 1, actions: 2, "country:KE": 1, "language:ar": 1, "source:unknown": 1 },
      "campaign.day": { people: 1, actions: 2 },
      "event.day": { people: 1, actions: 1 },
      "event.workshop": { people: 1, actions: 1 },
    });
  });

  it("moves somebody to another cell by adding to one what it takes from the other", () => {
    const first = post(emptyLedger, [countableParticipation(image)], "h");
    const moved = post(
      first?.ledger ?? emptyLedger,
      [countableParticipation({ ...image, version: 8, country: "CH" })],
      "h",
    );
    expect(moved?.deltas["event.day"]).toEqual({ "country:CH": 1, "country:KE": -1 });
  });
});

describe("a member", () => {
  const member = { what: "application", state: "approved", version: 3, kind: "academic", country: "KE" };

  it("counts in the coalition while it is approved, and is no person", () => {
    const joined = post(emptyLedger, [countableMember(member)], "h");
    expect(joined?.deltas).toEqual({
      coalition: { members: 1, "memberKind:academic": 1, "memberCountry:KE": 1 },
    });
    const left = post(
      joined?.ledger ?? emptyLedger,
      [countableMember({ ...member, state: "left", version: 4 })],
      "h",
    );
    expect(addDeltas(joined?.deltas ?? {}, left?.deltas ?? {})).toEqual({});
  });

  it("does not count as an application that waits, or that is for a member there is already", () => {
    for (const other of [{ state: "submitted" }, { what: "contact" }, { what: "change" }])
      expect(post(emptyLedger, [countableMember({ ...member, ...other })], "h")?.deltas).toEqual({});
  });
});

describe("sums of deltas", () => {
  const deltas = fc.dictionary(
    fc.constantFrom("coalition", "event.day"),
    fc.dictionary(fc.constantFrom("people", "country:CH"), fc.integer({ min: -9, max: 9 })),
  );
  it("come in any order to the same, and leave nothing of what is taken away again", () => {
    fc.assert(
      fc.property(deltas, deltas, (a, b) => {
        expect(addDeltas(a, b)).toEqual(addDeltas(b, a));
        expect(subtract(addDeltas(a, b), b)).toEqual(addDeltas(a, {}));
        expect(subtract(a, a)).toEqual({});
      }),
    );
  });
});
