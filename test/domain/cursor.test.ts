import { expect, it } from "vitest";
import * as z from "zod";
import { cursorOf, partsIn, placeIn, readCursor } from "../../functions/edge/cursor.ts";

const place = "2027-03-01T12:00:00Z#Wanjirũ";
const made = expect.objectContaining({ problems: [{ pointer: "/cursor", reason: "not-valid" }] });

it("gives the place that a list gave, and nothing at the list's end", () => {
  const cursor = cursorOf(place, "news") ?? "";
  expect(cursor).toMatch(/^[\w-]+$/);
  expect(readCursor(cursor, "news")).toBe(place);
  expect(readCursor(undefined, "news")).toBeUndefined();
  expect(cursorOf(undefined, "news")).toBeNull();
});

it.each([
  ["nonsense", "nonsense"],
  ["nothing", ""],
  ["a place without our mark", Buffer.from(place).toString("base64url")],
  ["another list's", cursorOf(place, "members") ?? ""],
  ["one with a letter changed", (cursorOf(place, "news") ?? "").replace(/^./, "_")],
  ["half of one", (cursorOf(place, "news") ?? "").slice(0, 20)],
])("tells %s from a cursor of ours", (_what, cursor) => {
  expect(() => readCursor(cursor, "news")).toThrow(made);
  expect(placeIn(cursor, "news")).toBeUndefined();
});

it("reads a place of several parts, and none that lacks one", () => {
  const Place = z.object({ list: z.number() });
  expect(partsIn(Place, '{"list":1}')).toEqual({ list: 1 });
  expect(() => partsIn(Place, '{"list":"first"}')).toThrow(made);
  expect(() => partsIn(Place, "{")).toThrow(made);
});
