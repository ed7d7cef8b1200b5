import { createHash } from "node:crypto";
import type * as z from "zod";
import { madeUp } from "../../shared/table/reading-on.ts";

/**
 * A list's cursor: the last place that was read, of which callers need know nothing but that it leads on. A mark before it
 * tells it from what somebody made up and from another list's; the mark is no secret, since a place gives away nothing.
 */
export function cursorOf(place: string | undefined, list: string): string | null {
  return place === undefined ? null : Buffer.from(markOf(place, list) + place, "utf8").toString("base64url");
}

/** The place that a cursor of this list leads to; undefined where it is none. */
export function placeIn(cursor: string | undefined, list: string): string | undefined {
  const text = Buffer.from(cursor ?? "", "base64url").toString("utf8");
  const place = text.slice(markLength);
  return markOf(place, list) === text.slice(0, markLength) ? place : undefined;
}

/** The same, where one was given. Throws `InvalidRequest` for one that is not of this list. */
export function readCursor(cursor: string | undefined, list: string): string | undefined {
  const place = placeIn(cursor, list);
  if (cursor !== undefined && place === undefined) throw madeUp();
  return place;
}

/** A place of several parts, which stands in a cursor as JSON. Throws `InvalidRequest` for what lacks one. */
export function partsIn<Place>(parts: z.ZodType<Place>, place: string): Place {
  try {
    return parts.parse(JSON.parse(place));
  } catch {
    throw madeUp();
  }
}

const markLength = 8;

function markOf(place: string, list: string): string {
  return createHash("sha256").update(`${list} ${place}`).digest("base64url").slice(0, markLength);
}
