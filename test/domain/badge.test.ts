import * as fc from "fast-check";
import { expect, it } from "vitest";
import { badge } from "../../functions/participation/badge.ts";
import { locales } from "../../shared/locales/speak.ts";

const widthOf = (svg: string) => Number(/width="(\d+)"/.exec(svg)?.[1]);

it("is as wide as its number needs, whatever the number", () => {
  for (const locale of locales) {
    const widths = [7, 70_000, 7_000_000, 7_000_000_000].map((n) => widthOf(badge(n, locale)));
    expect(widths).toEqual(widths.toSorted((a, b) => a - b));
    expect(new Set(widths).size).toBe(widths.length);
  }
});

it("puts all that it draws inside the picture", () => {
  fc.assert(
    fc.property(fc.nat(), fc.constantFrom(...locales), (people, locale) => {
      const svg = badge(people, locale);
      for (const [, x, length] of svg.matchAll(/x="([\d.]+)" y="12" textLength="([\d.]+)"/g)) {
        expect(Number(x) - Number(length) / 2).toBeGreaterThan(0);
        expect(Number(x) + Number(length) / 2).toBeLessThan(widthOf(svg));
      }
    }),
  );
});
