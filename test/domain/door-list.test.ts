import { expect, it } from "vitest";
import { shownAtDoor } from "../../functions/events/door-list.ts";

const named = (name: string | undefined) =>
  ({ person: `of ${name}`, name, state: "confirmed", since: undefined }) as const;
const namesIn = ({ people }: ReturnType<typeof shownAtDoor>) => people.map(({ name }) => name);
const guests = ["Zoë Ångström", "Jürgen", "ندى الخَطيب", undefined].map(named);

it.each([
  ["zoe ang", ["Zoë Ångström"]],
  [" JÜR ", ["Jürgen"]],
  ["الخطيب", ["ندى الخَطيب"]],
  ["nobody", []],
])("the door finds by %j whom it is of, whatever the case and the accents", (q, names) => {
  const shown = shownAtDoor({ all: guests, isWhole: true }, q);
  expect(namesIn(shown)).toEqual(names);
  expect(shown.isWhole).toBe(true);
});

it("of a crowd shows only so many as a page can hold and says so, and finds each of them by name", () => {
  const all = Array.from({ length: 3001 }, (_, i) => named(`Guest ${i}`));
  const crowd = shownAtDoor({ all, isWhole: true }, "");
  expect([crowd.people.length, crowd.isWhole]).toEqual([3000, false]);
  const last = shownAtDoor({ all, isWhole: true }, "guest 3000");
  expect([namesIn(last), last.isWhole]).toEqual([["Guest 3000"], true]);
  expect(shownAtDoor({ all: guests, isWhole: false }, "").isWhole).toBe(false);
});
