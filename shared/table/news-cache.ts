import { keptBriefly } from "./kept-briefly.ts";
import { type News, newsOf } from "./news.ts";
import type { Table } from "./table.ts";

/** A stopped mailing goes on for as long as this at most. */
const keptMs = 3_000;

/** Reads mailings as the mailer does, thousands of times in a row: each is kept for a few seconds. */
export function newsCache(table: Table): (id: string) => Promise<News | undefined> {
  return keptBriefly(keptMs, (id) => newsOf(table, id));
}
