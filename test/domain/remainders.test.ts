import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sumOf } from "../../shared/domain/counts.ts";
import { shownTogether, withoutRemainders } from "../../shared/domain/remainders.ts";
import type { Figures } from "../../shared/domain/tally.ts";
import { countries, figuresIn, hasOtherWorld, type Somebody, type World } from "./worlds.ts";

const campaign = "campaign.one" as const;
const event = (slug: string, figures: Figures) => ({ scope: `event.${slug}` as const, campaign, figures });

describe("a breakdown beside those within it", () => {
  it("is as it is where it has five more of a cell, or none", () => {
    expect(withoutRemainders({ CH: 20, KE: 7, other: 4 }, [{ CH: 15, KE: 7, other: 4 }])).toEqual({
      CH: 20,
      KE: 7,
      other: 4,
    });
  });

  it("shows of a cell what is shown within where it has fewer than five more, and folds them", () => {
    expect(withoutRemainders({ CH: 20, KE: 7, other: 1 }, [{ CH: 16, other: 1 }])).toEqual({
      CH: 16,
      KE: 7,
      other: 5,
    });
    expect(
      withoutRemainders({ CH: 20 }, [{ CH: 14 }, { CH: 17 }, { CH: 16 }]),
      "the most of those near",
    ).toEqual({ CH: 17, other: 3 });
  });

  it("folds a cell, too, that would tell by elimination whose a folded cell within is", () => {
    expect(withoutRemainders({ CH: 20, KE: 7 }, [{ CH: 12, other: 4 }])).toEqual({ CH: 20, other: 7 });
    expect(
      withoutRemainders({ CH: 20, KE: 7, US: 6 }, [{ CH: 12, other: 4 }]),
      "they may all be of either of two",
    ).toEqual({ CH: 20, KE: 7, US: 6 });
    expect(withoutRemainders({ CH: 20, KE: 7, US: 6 }, [{ CH: 12, other: 5 }])).toEqual({
      CH: 20,
      KE: 7,
      other: 6,
    });
  });

  it("keeps its sum, names nothing that is not there, and nothing under five", () => {
    const cells = fc.dictionary(fc.constantFrom(...countries, "other"), fc.integer({ min: 5, max: 30 }));
    fc.assert(
      fc.property(cells, fc.array(cells, { maxLength: 3 }), (breakdown, within) => {
        const shown = withoutRemainders(breakdown, within);
        expect(sumOf(Object.entries(shown))).toBe(sumOf(Object.entries(breakdown)));
        for (const [cell, n] of Object.entries(shown)) {
          if (cell === "other") continue;
          expect(n).toBeGreaterThanOrEqual(5);
          expect(n).toBeLessThanOrEqual(breakdown[cell] ?? 0);
        }
      }),
    );
  });
});

describe("breakdowns of one moment", () => {
  it("are folded from the inside out: the coalition around its campaigns as these are shown", () => {
    const [all, most, some] = [20, 18, 17].map((n): Figures => ({ people: n, "country:CH": n }));
    const shown = shownTogether([
      { scope: "coalition", figures: all ?? {} },
      { scope: campaign, figures: most ?? {} },
      event("day", some ?? {}),
      { scope: "event.of-another", campaign: "campaign.two", figures: { people: 19, "country:CH": 19 } },
    ]);
    expect(Object.fromEntries([...shown].map(([scope, { country }]) => [scope, country]))).toEqual({
      coalition: { CH: 19, other: 1 },
      [campaign]: { CH: 17, other: 1 },
      "event.day": { CH: 17 },
      "event.of-another": { CH: 19 },
    });
  });

  const within = fc.record({
    country: fc.constantFrom("A", "A", "A", "A", "B", "B", "C", "D"),
    in: fc.constantFrom([true, true], [true, true], [true, true], [true, false]),
  }) as fc.Arbitrary<Somebody>;

  /** All that the public learns of a campaign's and an event's countries. */
  const seen = (world: World) => {
    const scopes = [{ scope: campaign, figures: figuresIn(world, 0) }, event("day", figuresIn(world, 1))];
    return JSON.stringify([...shownTogether(scopes).values()].map(({ country }) => Object.entries(country)));
  };
  const cell = (world: World, answer: 0 | 1, country: string) =>
    figuresIn(world, answer)[`country:${country}`] ?? 0;

  it.each<[string, (world: World, country: string) => number]>([
    ["cell under five of the campaign", (world, country) => cell(world, 0, country)],
    ["cell under five of the event", (world, country) => cell(world, 1, country)],
    [
      "remainder under five between them",
      (world, country) =>
        cell(world, 1, country) < 5 ? 0 : cell(world, 0, country) - cell(world, 1, country),
    ],
  ])("tell of no %s what it holds", (_, numberOf) => {
    let small = 0;
    fc.assert(
      fc.property(fc.array(within, { minLength: 1, maxLength: 34 }), (world) => {
        for (const country of countries) {
          const told = (of: World) => numberOf(of, country);
          const n = told(world);
          if (n < 1 || n > 4) continue;
          small++;
          expect(hasOtherWorld(world, { seen, told }), `${country}: ${n} of ${seen(world)}`).toBe(true);
        }
      }),
      { numRuns: 1_500 },
    );
    expect(small).toBeGreaterThan(100);
  });
});
