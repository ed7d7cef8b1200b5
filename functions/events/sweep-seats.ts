import { passSeat } from "../../shared/table/pass-seat.ts";
import { type Event, scopesIn } from "../../shared/table/scope.ts";
import { settleSeating } from "../../shared/table/seating.ts";
import { settleLine } from "../../shared/table/settle-line.ts";
import type { Table } from "../../shared/table/table.ts";
import { lapsedOffers } from "../../shared/table/waiting-line.ts";

/** So many offers one run makes for one event; the next goes on a minute later. */
const offersARun = 500;

/**
 * Passes lapsed offers on to the next in line, settles whatever line a request left unsettled, and goes on with limits that
 * are given or taken away. Repeats until nothing has lapsed, so a run that was killed is made up for by the next.
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
  for (const state of ["published", "closed"] as const)
    for await (const found of comingEvents(table, state, now)) {
      const event = await settleSeating(table, found, now);
      if (event.capacity !== null) offered += await settleLine(table, event, { now, atMost: offersARun });
    }
  return { passed, offered };
}

/** Events in a state that have not begun. */
async function* comingEvents(table: Table, state: Event["state"], now: Date): AsyncGenerator<Event> {
  let after: string | undefined = now.toISOString();
  while (after !== undefined) {
    const page = await scopesIn(table, { kind: "event", state }, { after, limit: 100 });
    for (const item of page) if (item.kind === "event") yield item;
    after = page.length === 100 ? page.at(-1)?.listSk : undefined;
  }
}
