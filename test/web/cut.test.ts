import { expect, it } from "vitest";
import { cut } from "../../web/staff/parts/cut.ts";

const items = Array.from({ length: 120 }, (_, i) => i);

it("cuts what is at hand into pages, each of which says where the next begins", () => {
  const first = cut(items, null);
  const second = cut(items, first.next);
  const third = cut(items, second.next);
  expect([first, second, third].map(({ items: { length } }) => length)).toEqual([50, 50, 20]);
  expect([...first.items, ...second.items, ...third.items]).toEqual(items);
  expect(third.next).toBeNull();
});

it("begins at the beginning where the address says no place", () => {
  for (const made of ["-5", "x", "1e3"]) expect(cut(items, made).items[0]).toBe(0);
  expect(cut(items, "900")).toEqual({ items: [], next: null });
});
