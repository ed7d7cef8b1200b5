import { folded } from "../../shared/domain/folded.ts";
import { type Registrant, registrantsPage } from "../../shared/table/registrants.ts";
import type { Event } from "../../shared/table/scope.ts";
import type { Table } from "../../shared/table/table.ts";

/** A door's list is read whole: who stands before it has a hall, not a stadium. */
const mostPages = 100;

/** A row is half a kilobyte, and a function hands over six million bytes; nobody scrolls through more either. */
const mostShown = 3000;

/** Those registered, in the order of their names, and whether these are all. */
export interface Registered {
  all: readonly Registrant[];
  isWhole: boolean;
}

export async function everybody(table: Table, event: Event): Promise<Registered> {
  const all: Registrant[] = [];
  let after: string | undefined;
  let isWhole = false;
  for (let page = 0; page < mostPages && !isWhole; page++) {
    const { items, next } = await registrantsPage(table, event.scope, after);
    all.push(...items);
    after = next;
    isWhole = next === undefined;
  }
  return { all: all.sort((a, b) => (a.name ?? "~").localeCompare(b.name ?? "~")), isWhole };
}

/** Of them those whose name holds `q`, whatever its case and accents; only so many as a page can hold. Pure. */
export function shownAtDoor({ all, isWhole }: Registered, q: string) {
  const wanted = folded(q.trim());
  const found = all.filter(({ name = "" }) => folded(name).includes(wanted));
  return { people: found.slice(0, mostShown), isWhole: isWhole && found.length <= mostShown };
}
