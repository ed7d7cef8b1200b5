import { passSeat } from "../../shared/table/pass-seat.ts";
import { type Event, publishedScopes } from "../../shared/table/scope.ts";
import { settleLine } from "../../shared/table/settle-line.ts";
import type { Table } from "../../shared/table/table.ts";
import { lapsedOffers } from "../../shared/table/waiting-line.ts";

/** So many offers one run makes for one event; the next goes on a minute later. */
const offersARun = 500;

/**
 * Passes lapsed offers on to the next in line, and settles whatever line a request left unsettled. Repeats until nothing
 * has lapsed, so a run that was killed is made up for by the next.
 */
export async function sweepSeats(table: Table, now: Date): Promise<{ passed: number; offered: number }> {
  let passed = 0;
  for (let round = 0; round < 20; round++) {
    const lapsed = await lapsedOffers(table, now);
    let moved = 0;
    for (const offer of lapsed) if (await passSeat(table, offer, now)) moved++;
    passed += moved;
    if (moved === 0) break;
  }
  let offered = 0;
  for await (const event of comingEvents(table, now))
    if (event.capacity !== null) offered += await settleLine(table, event, { now, atMost: offersARun });
  return { passed, offered };
}

/** Published events that have not begun. */
async function* comingEvents(table: Table, now: Date): AsyncGenerator<Event> {
  let after: string | undefined = now.toISOString();
  while (after !== undefined) {
    const page = await publishedScopes(table, "event", { after, limit: 100 });
    for (const item of page) if (item.kind === "event") yield item;
    after = page.length === 100 ? page.at(-1)?.listSk : undefined;
  }
}
