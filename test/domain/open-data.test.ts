import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openCells } from "../../shared/domain/open-data.ts";
import type { Figures } from "../../shared/domain/tally.ts";

/** Somebody of a country, and in which of two answers they are counted: two scopes, or one scope at two times. */
interface Counted {
  country: string;
  in: readonly [boolean, boolean];
}

/** Few named countries make exact totals likely; the others are there for whoever looks on to think of. */
const countries = ["A", "B", "C", "D", "E", "F", "G", "H"];

const somebody = fc.record({
  country: fc.constantFrom("A", "A", "A", "A", "B", "B", "C", "D"),
  in: fc.constantFrom([true, true], [true, true], [true, true], [true, false], [false, true]),
}) as fc.Arbitrary<Counted>;
/** In nested scopes whoever is in the inner one is in the outer one too. */
const nested = fc.record({
  country: fc.constantFrom("A", "A", "A", "A", "B", "B", "C", "D"),
  in: fc.constantFrom([true, true], [true, true], [true, true], [true, false]),
}) as fc.Arbitrary<Counted>;

function figuresIn(world: readonly Counted[], answer: 0 | 1): Figures {
  const figures: Figures = { people: 0 };
  for (const one of world) {
    if (!one.in[answer]) continue;
    figures.people = (figures.people ?? 0) + 1;
    figures[`country:${one.country}`] = (figures[`country:${one.country}`] ?? 0) + 1;
  }
  return figures;
}

/** All that the public learns from both. */
function seen(world: readonly Counted[]): string {
  return JSON.stringify(
    ([0, 1] as const).map((answer) => {
      const figures = figuresIn(world, answer);
      return [figures.people, Object.entries(openCells(figures, "country")).sort()];
    }),
  );
}

const cell = (world: readonly Counted[], answer: 0 | 1, country: string) =>
  figuresIn(world, answer)[`country:${country}`] ?? 0;

/** Another world that looks the same and in which the cell holds another number: somebody in it is from elsewhere. */
function otherWorld(world: readonly Counted[], answer: 0 | 1, country: string): boolean {
  const looks = seen(world);
  const other = (changed: readonly Counted[]) =>
    cell(changed, answer, country) !== cell(world, answer, country) && seen(changed) === looks;
  for (const [i, one] of world.entries()) {
    for (const from of countries) {
      const moved = world.with(i, { ...one, country: from });
      if (other(moved)) return true;
      // Or two change places.
      for (const [j, second] of world.entries())
        if (second.country === from && other(moved.with(j, { ...second, country: one.country }))) return true;
    }
  }
  return false;
}

describe("cells of open data", () => {
  it("name nothing under ten, and everything in fives; the sum is the people", () => {
    const figures = { people: 61, "country:A": 37, "country:B": 10, "country:C": 9, "country:D": 4 };
    expect(openCells(figures, "country")).toEqual({ A: 35, B: 10, other: 16 });
    expect(openCells({ people: 0 }, "country")).toEqual({});
  });

  it("name nothing that would leave fewer than five unnamed", () => {
    expect(openCells({ people: 14, "country:A": 14 }, "country")).toEqual({ other: 14 });
    expect(openCells({ people: 26, "country:A": 16, "country:B": 10 }, "country")).toEqual({
      A: 10,
      B: 10,
      other: 6,
    });
  });

  it.each([
    ["two times", somebody],
    ["two nested scopes", nested],
  ])("tell of no cell under five what it holds, by any two answers: of %s", (_, people) => {
    let small = 0;
    fc.assert(
      fc.property(fc.array(people, { minLength: 1, maxLength: 34 }), (world) => {
        for (const answer of [0, 1] as const)
          for (const country of countries) {
            const n = cell(world, answer, country);
            if (n < 1 || n > 4) continue;
            small++;
            expect(
              otherWorld(world, answer, country),
              `${country} in ${answer}: ${n} of ${seen(world)}`,
            ).toBe(true);
          }
      }),
      { numRuns: 600 },
    );
    expect(small).toBeGreaterThan(500);
  });
});
