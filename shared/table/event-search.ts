import { type EventFilter, isWanted } from "../domain/event-filter.ts";
import { type Event, type ScopeItem, scopesIn } from "./scope.ts";
import type { Table } from "./table.ts";

const readAtOnce = 100;
/** An event is about a kilobyte: a page of answers reads at most some 60 read units. */
const mostReads = 10;
/** An event lasts a month at most: what began before that is over. */
const longestMs = 31 * 86_400_000;

export interface FoundEvents {
  items: Event[];
  /** The place to read on from; undefined at the end. */
  next: string | undefined;
}

export interface EventPage {
  after?: string | undefined;
  limit: number;
  now: Date;
}

/**
 * A page of the published events that are wanted and not over at `now`, by date. The list is read in order and what is not
 * wanted is left out: there are hundreds of events, so an index for each filter would cost more than it saves.
 */
export async function findEvents(
  table: Table,
  filter: EventFilter,
  { after, limit, now }: EventPage,
): Promise<FoundEvents> {
  const oldest = new Date(now.getTime() - longestMs).toISOString();
  const first = filter.from && dayBeside(filter.from, -1);
  const from = first !== undefined && first > oldest ? first : oldest;
  const items: Event[] = [];
  let place: string | undefined = after ?? from;
  for (let reads = 0; reads < mostReads; reads++) {
    const page = await scopesIn(
      table,
      { kind: "event", state: "published" },
      { after: place, limit: readAtOnce },
    );
    const coming = eventsIn(page).filter(({ endsAt }) => new Date(endsAt) > now);
    items.push(...coming.filter((event) => isWanted(event, filter)));
    if (items.length >= limit) return { items: items.slice(0, limit), next: items[limit - 1]?.listSk };
    if (page.length < readAtOnce || isBehind(page.at(-1), filter)) return { items, next: undefined };
    place = page.at(-1)?.listSk;
  }
  return { items, next: place };
}

/** A page of the archive: events that are over at `now`, published or closed, the latest first. */
export async function findPastEvents(
  table: Table,
  filter: EventFilter,
  { after, limit, now }: EventPage,
): Promise<FoundEvents> {
  const items: Event[] = [];
  let place = after ?? `${filter.to ? dayBeside(filter.to, 2) : now.toISOString()}~`;
  for (let reads = 0; reads < mostReads; reads++) {
    const pages = await Promise.all(
      (["published", "closed"] as const).map((state) =>
        scopesIn(table, { kind: "event", state }, { after: place, limit: readAtOnce, backwards: true }),
      ),
    );
    const page = mergedBack(pages);
    const past = eventsIn(page).filter(({ endsAt }) => new Date(endsAt) <= now);
    items.push(...past.filter((event) => isWanted(event, filter)));
    if (items.length >= limit) return { items: items.slice(0, limit), next: items[limit - 1]?.listSk };
    if (pages.every(({ length }) => length < readAtOnce)) return { items, next: undefined };
    place = page.at(-1)?.listSk ?? "";
  }
  return { items, next: place };
}

/** Two lists as one, latest first, as far back as both have been read. */
function mergedBack(pages: readonly ScopeItem[][]): ScopeItem[] {
  const readTo = pages
    .filter(({ length }) => length === readAtOnce)
    .map((page) => page.at(-1)?.listSk ?? "")
    .sort()
    .at(-1);
  return pages
    .flat()
    .filter(({ listSk }) => readTo === undefined || listSk >= readTo)
    .sort((a, b) => (a.listSk > b.listSk ? -1 : 1));
}

function eventsIn(page: readonly ScopeItem[]): Event[] {
  return page.filter((item) => item.kind === "event");
}

/** Whether the list has got behind the last day that is wanted. */
function isBehind(last: ScopeItem | undefined, { to }: EventFilter): boolean {
  return to !== undefined && last?.kind === "event" && last.startsAt.slice(0, 10) > dayBeside(to, 1);
}

/** The list is in the order of UTC, in which a place's day begins and ends up to a day apart. */
function dayBeside(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
