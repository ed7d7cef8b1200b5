import fc from "fast-check";
import { expect, it } from "vitest";
import { differenceOf } from "../../shared/domain/difference.ts";

const words = fc.array(fc.constantFrom("we", "reject", "all", "weak", "keys", "\n\n", "التشفير"), {
  maxLength: 30,
});
const texts = words.map((list) => list.join(" "));

it("gives back both texts, whatever they are", () => {
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const parts = differenceOf(before, after);
      const without = (change: string) =>
        parts
          .filter((part) => part.change !== change)
          .map(({ text }) => text)
          .join("");
      expect(without("added")).toBe(before);
      expect(without("removed")).toBe(after);
    }),
  );
});

it("marks nothing in equal texts, and just the word that changed in others", () => {
  expect(differenceOf("one two", "one two")).toEqual([{ change: "same", text: "one two" }]);
  expect(differenceOf("we reject weak keys", "we reject all keys")).toEqual([
    { change: "same", text: "we reject " },
    { change: "removed", text: "weak " },
    { change: "added", text: "all " },
    { change: "same", text: "keys" },
  ]);
  const sentence = differenceOf("Keep it whole. It is old.", "Keep it whole. Nobody breaks it.");
  expect(
    sentence.map(({ change }) => change),
    "a changed sentence is one change",
  ).toEqual([...["same", "removed", "added"]]);
});
