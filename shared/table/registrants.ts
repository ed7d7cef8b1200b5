import { folded } from "../domain/folded.ts";
import type { ActionScope } from "../domain/scope.ts";
import type { Participation } from "./participation.ts";
import { personsNamed } from "./persons.ts";
import type { Table } from "./table.ts";
import { bucketPage, bucketsOf } from "./waiting-line.ts";

/** A registrant as those at the door know them. */
export interface Registrant {
  person: string;
  name: string | undefined;
  state: Participation["state"];
  /** When they confirmed. */
  since: string | undefined;
}

const pageSize = 100;

/**
 * A page of those registered, bucket by bucket (so in no order that means anything), with the name that each gave. `after`
 * is what the page before gave as `next`; a bucket's end may come before the page is full.
 */
export async function registrantsPage(
  table: Table,
  scope: ActionScope,
  after: string | undefined,
): Promise<{ items: Registrant[]; next: string | undefined }> {
  const buckets = bucketsOf(scope, false);
  const [place, ...rest] = (after ?? "0").split("|");
  const bucket = buckets[Number(place)];
  if (bucket === undefined) return { items: [], next: undefined };
  const page = await bucketPage(table, bucket, { after: rest.join("|") || undefined, limit: pageSize });
  const names = await namesOf(table, page);
  const items = page.map(({ person, state, confirmedAt }) => ({
    ...{ person, name: names.get(person), state, since: confirmedAt },
  }));
  const isLast = page.length < pageSize;
  const next = isLast ? String(Number(place) + 1) : `${place}|${page.at(-1)?.listSk ?? ""}`;
  return { items, next: isLast && Number(place) + 1 >= buckets.length ? undefined : next };
}

/** So many are shown at once, and so many pages of the list are read for it at most. */
const [shownAtOnce, mostPages] = [50, 20];

/**
 * Those registered whose name holds `q`, whatever its case and accents; some 50 at once, or fewer where 2,000 were looked through for
 * them: `next` goes on from there. A read unit for every four of them, and a page's names.
 */
export async function findRegistrants(
  table: Table,
  scope: ActionScope,
  { q, after }: { q: string; after: string | undefined },
): Promise<{ items: Registrant[]; next: string | undefined }> {
  const wanted = folded(q.trim());
  const items: Registrant[] = [];
  let place = after;
  for (let pages = 0; pages < mostPages; pages++) {
    const { items: page, next } = await registrantsPage(table, scope, place);
    items.push(...page.filter(({ name = "" }) => folded(name).includes(wanted)));
    if (next === undefined || items.length >= shownAtOnce) return { items, next };
    place = next;
  }
  return { items, next: place };
}

async function namesOf(
  table: Table,
  page: readonly Participation[],
): Promise<Map<string, string | undefined>> {
  const scopes = new Map(page.map(({ person, scope }) => [person, scope]));
  const persons = await personsNamed(table, [...scopes.keys()]);
  return new Map([...persons].map(([hash, { names }]) => [hash, names[scopes.get(hash) ?? ""]]));
}
