import type { Figures } from "./tally.ts";

/** Cells below this are folded into `other` in public breakdowns, so that nobody is told apart by their country. */
export const smallestCell = 5;

/** People by cell, the largest first; `other` is last and holds those who are in no named cell. */
export type Breakdown = Record<string, number>;

export type Facet = "country" | "language";

/**
 * A public breakdown out of a counter's figures: the cells of `facet`, those below five and the unknown folded into
 * `other`. Its sum is what the cells' sum was.
 */
export function foldedBreakdown(figures: Figures, facet: Facet): Breakdown {
  const cells = cellsOf(figures, facet);
  const named = cells.filter(([cell, n]) => cell !== "unknown" && n >= smallestCell);
  return withOther(named, sumOf(cells));
}

/** The breakdown of so many people with these cells named, the rest of them in `other`. */
export function withOther(named: Iterable<readonly [cell: string, n: number]>, people: number): Breakdown {
  const sorted = [...named].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const other = people - sumOf(sorted);
  return { ...Object.fromEntries(sorted), ...(other > 0 && { other }) };
}

export function sumOf(cells: Iterable<readonly [cell: string, n: number]>): number {
  let sum = 0;
  for (const [, n] of cells) sum += n;
  return sum;
}

/** The cells of a facet as they are, for breakdowns of what is public anyway and for staff. */
export function breakdown(figures: Figures, facet: string): Breakdown {
  return Object.fromEntries(cellsOf(figures, facet).filter(([, n]) => n > 0));
}

function cellsOf(figures: Figures, facet: string): [string, number][] {
  return Object.entries(figures)
    .filter(([figure]) => figure.startsWith(`${facet}:`))
    .map(([figure, n]) => [figure.slice(facet.length + 1), n]);
}
