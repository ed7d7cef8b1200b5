import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Count, History } from "../../shared/contracts/counts.ts";
import { foldedBreakdown, smallestCell } from "../../shared/domain/counts.ts";
import type { Figures } from "../../shared/domain/tally.ts";

const countries = ["AA", "BB", "CC", "DD", "EE", "FF", "unknown"];
const figures = fc
  .dictionary(fc.constantFrom(...countries), fc.integer({ min: 1, max: 23 }), { maxKeys: 5 })
  .map((cells): Figures => {
    const people = Object.values(cells).reduce((sum, n) => sum + n, 0);
    return {
      people,
      ...Object.fromEntries(Object.entries(cells).map(([cell, n]) => [`country:${cell}`, n])),
    };
  });

const live = (of: Figures) => foldedBreakdown(of, "country");

describe("small cells in what the public is told of one moment", () => {
  it("are named in no live answer, and may always be those of another country", () => {
    fc.assert(
      fc.property(figures, (of) => {
        for (const [figure, n] of Object.entries(of)) {
          if (figure === "people" || n >= smallestCell) continue;
          expect(Object.keys(live(of))).not.toContain(figure.slice("country:".length));
          const { [figure]: _, ...rest } = of;
          expect(live({ ...rest, "country:ZZ": n }), "as if they were from elsewhere").toEqual(live(of));
        }
      }),
    );
  });

  it("stand neither in the list of all counts nor in the history, which have no breakdown at all", () => {
    const asOf = "2027-10-21T10:00:00Z";
    const by = { country: { CH: 5, other: 1 }, language: {} };
    const count = { scope: "coalition", people: 6, actions: 6, reported: 0, goal: null, asOf, by };
    expect(Count.parse(count)).not.toHaveProperty("by");
    const points = [{ at: asOf, people: 6, actions: 6, by }];
    expect(History.parse({ scope: "coalition", by: "hour", points }).points).toEqual([
      { at: asOf, people: 6, actions: 6 },
    ]);
  });
});
