/** A list's cursor: the last place that was read, of which callers need know nothing but that it leads on. */
export function cursorOf(place: string | undefined): string | null {
  return place === undefined ? null : Buffer.from(place, "utf8").toString("base64url");
}

export function readCursor(cursor: string | undefined): string | undefined {
  return cursor === undefined ? undefined : Buffer.from(cursor, "base64url").toString("utf8");
}
