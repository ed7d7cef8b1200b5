import { type EventFilter, isWanted } from "../domain/event-filter.ts";
import { type Event, publishedScopes } from "./scope.ts";
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
    for (const item of page) {
      if (item.kind !== "event") continue;
      if (filter.to !== undefined && item.startsAt.slice(0, 10) > filter.to)
        return { items, next: undefined };
      if (isWanted(item, filter)) items.push(item);
      if (items.length === limit) return { items, next: item.listSk };
    }
    if (page.length < readAtOnce) return { items, next: undefined };
    place = page.at(-1)?.listSk;
  }
  return { items, next: place };
}
