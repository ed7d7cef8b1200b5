import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldedBreakdown } from "../../shared/domain/counts.ts";
import { openCells } from "../../shared/domain/open-data.ts";
import { shownTogether } from "../../shared/domain/remainders.ts";
import type { Figures } from "../../shared/domain/tally.ts";
import { countries, figuresIn, hasOtherWorld, type Somebody, type World } from "./worlds.ts";

const somebody = fc.record({
  country: fc.constantFrom("A", "A", "A", "A", "B", "B", "C", "D"),
  in: fc.constantFrom([true, true], [true, true], [true, true], [true, false], [false, true]),
}) as fc.Arbitrary<Somebody>;
/** In nested scopes whoever is in the inner one is in the outer one too. */
const within = fc.record({
  country: fc.constantFrom("A", "A", "A", "A", "B", "B", "C", "D"),
  in: fc.constantFrom([true, true], [true, true], [true, true], [true, false]),
}) as fc.Arbitrary<Somebody>;

/** All that the public learns from both files. */
function seen(world: World, nested: boolean): string {
  const scopes = [
    { scope: nested ? ("campaign.one" as const) : ("event.one" as const), figures: figuresIn(world, 0) },
    { scope: "event.two" as const, campaign: "campaign.one" as const, figures: figuresIn(world, 1) },
  ];
  return JSON.stringify(
    [...shownTogether(scopes).values()].map(({ country }) => Object.entries(openCells(country)).sort()),
  );
}

const filed = (figures: Figures) => openCells(foldedBreakdown(figures, "country"));

describe("cells of open data", () => {
  it("name nothing under ten, and everything in fives; the sum is the people", () => {
    const figures = { people: 60, "country:A": 37, "country:B": 10, "country:C": 9, "country:D": 4 };
    expect(filed(figures)).toEqual({ A: 35, B: 10, other: 15 });
    expect(filed({ people: 0 })).toEqual({});
  });

  it("name nothing that would leave fewer than five unnamed", () => {
    expect(filed({ people: 14, "country:A": 14 })).toEqual({ other: 14 });
    expect(filed({ people: 26, "country:A": 16, "country:B": 10 })).toEqual({
      A: 10,
      B: 10,
      other: 6,
    });
  });

  it.each([
    ["two times", false, somebody],
    ["two nested scopes", true, within],
  ])("tell of no cell under five what it holds, by any two answers: of %s", (_, nested, people) => {
    let small = 0;
    fc.assert(
      fc.property(fc.array(people, { minLength: 1, maxLength: 34 }), (world) => {
        for (const answer of [0, 1] as const)
          for (const country of countries) {
            const told = (of: World) => figuresIn(of, answer)[`country:${country}`] ?? 0;
            const n = told(world);
            if (n < 1 || n > 4) continue;
            small++;
            const looks = (of: World) => seen(of, nested);
            expect(
              hasOtherWorld(world, { seen: looks, told }),
              `${country} in ${answer}: ${n} of ${looks(world)}`,
            ).toBe(true);
          }
      }),
      { numRuns: 600 },
    );
    expect(small).toBeGreaterThan(500);
  });
});
