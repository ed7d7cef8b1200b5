import { folded } from "../domain/folded.ts";
import { InvalidRequest } from "../domain/refused.ts";

/** A page of a list, and where the next one begins. */
export interface ListPage<Item> {
  items: Item[];
  next: string | undefined;
}

/** A page is full with this many; what is read for it last may bring some more. */
const full = 50;
/** Reads for one page at most: what fits few would else read a whole list. The page then ends where it got to. */
const mostReads = 20;

/** A page of what fits, of a list that no index holds in that order: read on until the page is full. */
export async function readingOn<Item>(
  read: (after: string | undefined) => Promise<ListPage<Item>>,
  fits: (item: Item) => boolean,
  after: string | undefined,
): Promise<ListPage<Item>> {
  const items: Item[] = [];
  let place = after;
  for (let reads = 0; reads < mostReads; reads++) {
    const page = await read(place);
    items.push(...page.items.filter(fits));
    place = page.next;
    if (place === undefined || items.length >= full) break;
  }
  return { items, next: place };
}

/**
 * A page of lists that are read one after the other, each by its name; a list's end ends the page. Throws `InvalidRequest`
 * for a place in none of them, which somebody has made up.
 */
export async function oneAfterAnother<Name extends string, Item>(
  names: readonly Name[],
  read: (name: Name, after: string | undefined) => Promise<ListPage<Item>>,
  after: string | undefined,
): Promise<ListPage<Item>> {
  const [first] = names;
  if (first === undefined) return { items: [], next: undefined };
  const [, said, place] = /^(\S+) (.*)$/.exec(after ?? `${first} `) ?? [];
  const name = names.find((one) => one === said);
  if (name === undefined) throw madeUp();
  const { items, next } = await read(name, place || undefined);
  const following = names[names.indexOf(name) + 1];
  return { items, next: next === undefined ? following && `${following} ` : `${name} ${next}` };
}

/** A page of a list that is whole at hand; its place is how many stand before it. Throws `InvalidRequest` for any other. */
export function pageOf<Item>(all: readonly Item[], after: string | undefined): ListPage<Item> {
  const from = Number(after ?? 0);
  if (!Number.isSafeInteger(from) || from < 0) throw madeUp();
  const to = from + full;
  return { items: all.slice(from, to), next: to < all.length ? String(to) : undefined };
}

/** The answer to a cursor that somebody made up, or that is another list's. */
export function madeUp(): InvalidRequest {
  return new InvalidRequest([{ pointer: "/cursor", reason: "not-valid" }]);
}

/** Whether one of the texts holds the words, whatever their case and accents. */
export function holdsWords(texts: readonly (string | undefined)[], words: string | undefined): boolean {
  const wanted = folded(words?.trim() ?? "");
  return wanted === "" || texts.some((text) => text !== undefined && folded(text).includes(wanted));
}
