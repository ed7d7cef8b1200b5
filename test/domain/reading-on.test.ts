import { describe, expect, it } from "vitest";
import { holdsWords, readingOn } from "../../shared/table/reading-on.ts";

/** A list of numbers, read ten at a time; counts how often. */
function listOf(length: number) {
  const asked: (string | undefined)[] = [];
  const read = async (after: string | undefined) => {
    asked.push(after);
    const from = Number(after ?? 0);
    const items = Array.from({ length: Math.min(10, length - from) }, (_, i) => from + i);
    return { items, next: from + 10 < length ? String(from + 10) : undefined };
  };
  return { read, asked };
}

describe("reading a list for what fits", () => {
  it("finds what stands pages further on, and says that there is no more", async () => {
    const { read } = listOf(95);
    expect(await readingOn(read, (n) => n === 94, undefined)).toEqual({ items: [94], next: undefined });
  });

  it("stops where the page is full, and goes on from there", async () => {
    const { read } = listOf(200);
    const page = await readingOn(read, (n) => n % 2 === 0, undefined);
    expect([page.items.length, page.next]).toEqual([50, "100"]);
    const rest = await readingOn(read, (n) => n % 2 === 0, page.next);
    expect([rest.items[0], rest.items.length, rest.next]).toEqual([100, 50, undefined]);
  });

  it("reads twenty pages at most where nothing fits, and says where it got to", async () => {
    const { read, asked } = listOf(10_000);
    expect(await readingOn(read, () => false, undefined)).toEqual({ items: [], next: "200" });
    expect(asked).toHaveLength(20);
  });

  it("minds neither capitals, accents nor spaces around the words", () => {
    expect(holdsWords(["For my Mother"], " mOTHER ")).toBe(true);
    expect(holdsWords([undefined, "Le chiffrement protégé"], "PROTEGE")).toBe(true);
    expect(holdsWords(["For my Mother", "for the"], "father")).toBe(false);
    expect(holdsWords([], undefined)).toBe(true);
  });
});
