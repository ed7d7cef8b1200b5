import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inOnePart, letterPart } from "../../shared/domain/letter-parts.ts";

describe("a letter in parts", () => {
  it("has every signatory on exactly one of them, in order", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60_000 }), (total) => {
        const { parts = 0 } = letterPart(total, 1) ?? {};
        const all = Array.from({ length: parts }, (_, i) => letterPart(total, i + 1));
        expect(all[0]?.from).toBe(1);
        expect(all.at(-1)?.to).toBe(total);
        for (const [i, one] of all.entries()) {
          expect((one?.to ?? 0) - (one?.from ?? 0) + 1).toBeLessThanOrEqual(inOnePart);
          if (i > 0) expect(one?.from).toBe((all[i - 1]?.to ?? 0) + 1);
        }
      }),
    );
  });

  it("is one where few or nobody signed, and has none before the first and after the last", () => {
    expect(letterPart(0, 1)).toMatchObject({ part: 1, parts: 1, to: 0 });
    expect(letterPart(inOnePart, 1)).toMatchObject({ parts: 1, to: inOnePart });
    expect([letterPart(3, 0), letterPart(3, 2)]).toEqual([undefined, undefined]);
  });
});
