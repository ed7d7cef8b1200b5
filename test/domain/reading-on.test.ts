import { describe, expect, it } from "vitest";
import { holdsWords, oneAfterAnother, pageOf, readingOn } from "../../shared/table/reading-on.ts";

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

const made = { word: "invalid-request", problems: [{ pointer: "/cursor", reason: "not-valid" }] };

describe("lists that are read one after the other", () => {
  const [short, long] = [listOf(7), listOf(25)];
  const read = (name: "short" | "long", after: string | undefined) =>
    (name === "short" ? short : long).read(after);
  const all = (names: readonly ("short" | "long")[], after?: string) => oneAfterAnother(names, read, after);

  it("go on with the next where one has come to its end, and end with the last", async () => {
    const sizes: number[] = [];
    let place: string | undefined;
    do {
      const { items, next } = await all(["short", "long"], place);
      sizes.push(items.length);
      place = next;
    } while (place !== undefined);
    expect(sizes).toEqual([7, 10, 10, 5]);
  });

  it("have no place in a list that is none of them, and nothing where there is none", async () => {
    await expect(all(["short"], "long 10")).rejects.toMatchObject(made);
    await expect(all(["short"], "nonsense")).rejects.toMatchObject(made);
    expect(await all([])).toEqual({ items: [], next: undefined });
  });
});

describe("a list that is whole at hand", () => {
  const items = Array.from({ length: 100 }, (_, i) => i);

  it("is cut into pages of fifty, and none of them is empty", () => {
    const first = pageOf(items, undefined);
    expect([first.items.length, first.next]).toEqual([50, "50"]);
    const second = pageOf(items, first.next);
    expect([second.items[0], second.items.length, second.next]).toEqual([50, 50, undefined]);
  });

  it.each(["-1", "1.5", "first"])("has no place %s", (place) => {
    expect(() => pageOf(items, place)).toThrow(expect.objectContaining(made));
  });
});

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
