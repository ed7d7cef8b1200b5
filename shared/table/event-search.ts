import { type EventFilter, isWanted } from "../domain/event-filter.ts";
import { type Event, publishedScopes, type ScopeItem } from "./scope.ts";
import type { Table } from "./table.ts";

const readAtOnce = 100;
/** An event is about a kilobyte: a page of answers reads at most some 60 read units. */
const mostReads = 10;

export interface FoundEvents {
  items: Event[];
  /** The place to read on from; undefined at the end. */
  next: string | undefined;
}

/**
 * A page of the published events that are wanted, by date. The list is read in order and what is not wanted is left out:
 * there are hundreds of events, so an index for each filter would cost more than it saves.
 */
export async function findEvents(
  table: Table,
  filter: EventFilter,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<FoundEvents> {
  const items: Event[] = [];
  let place = after ?? filter.from;
  for (let reads = 0; reads < mostReads; reads++) {
    const page = await publishedScopes(table, "event", { after: place, limit: readAtOnce });
    items.push(...page.filter((item) => item.kind === "event").filter((event) => isWanted(event, filter)));
    if (items.length >= limit) return { items: items.slice(0, limit), next: items[limit - 1]?.listSk };
    if (page.length < readAtOnce || isBehind(page.at(-1), filter)) return { items, next: undefined };
    place = page.at(-1)?.listSk;
  }
  return { items, next: place };
}

/** Whether the list has got behind the last day that is wanted. */
function isBehind(last: ScopeItem | undefined, { to }: EventFilter): boolean {
  return to !== undefined && last?.kind === "event" && last.startsAt.slice(0, 10) > to;
}
