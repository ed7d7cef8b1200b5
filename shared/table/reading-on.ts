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

/** Whether a text holds the words, however they are written in capitals. */
export function holdsWords(text: string, words: string | undefined): boolean {
  return !words || text.toLowerCase().includes(words.trim().toLowerCase());
}
