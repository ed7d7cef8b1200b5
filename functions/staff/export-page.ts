import { type Cell, csvOf } from "./csv.ts";

/** Where the rows of a file come from, a few hundred at a time. `after` is wherever the part before ended. */
export interface Rows {
  columns: readonly string[];
  read(after: string | undefined): Promise<{ rows: Cell[][]; next: string | undefined }>;
}

/** Where a page ends, once it holds so many bytes or took so many milliseconds; the part in hand comes on top. */
export interface PageLimits {
  bytes: number;
  ms: number;
}

/** A function answers at most 6 MB, in which every quote counts twice; API Gateway waits for 30 seconds. */
export const pageLimits: PageLimits = { bytes: 3_000_000, ms: 12_000 };

/**
 * One page of a file: as many rows as an answer holds, and where the next begins. Pages put one behind the other are the
 * file: only the first has the mark and the head. Nothing is stored, so there is no file of addresses to be forgotten
 * somewhere, and a page can be asked for again as often as one likes.
 */
export async function exportPage(
  { columns, read }: Rows,
  after: string | undefined,
  limits: PageLimits,
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
  } while (next !== undefined && text.length < limits.bytes && performance.now() - start < limits.ms);
  return { text, rows: count, next };
}
