import { type Cell, csvOf } from "./csv.ts";

/** Where the rows of a file come from, a few hundred at a time. `after` is wherever the part before ended. */
export interface Rows {
  columns: readonly string[];
  read(after: string | undefined): Promise<{ rows: Cell[][]; next: string | undefined }>;
}

/** A function answers at most 6 MB, in which every quote counts twice; a part of a few hundred rows may come on top. */
const mostBytes = 3_000_000;
/** API Gateway waits for 30 seconds. */
const mostMs = 12_000;

/**
 * One page of a file: as many rows as an answer holds, and where the next begins. Pages put one behind the other are the
 * file: only the first has the mark and the head. Nothing is stored, so there is no file of addresses to be forgotten
 * somewhere, and a page can be asked for again as often as one likes.
 */
export async function exportPage(
  { columns, read }: Rows,
  after: string | undefined,
): Promise<{ text: string; rows: number; next: string | undefined }> {
  const first = after === undefined;
  const start = performance.now();
  let text = first ? csvOf([columns], { first }) : "";
  let count = 0;
  let next = after;
  do {
    const part = await read(next);
    text += csvOf(part.rows, { first: false });
    count += part.rows.length;
    next = part.next;
  } while (next !== undefined && text.length < mostBytes && performance.now() - start < mostMs);
  return { text, rows: count, next };
}
