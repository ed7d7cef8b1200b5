import type { Figures } from "./tally.ts";

/** Cells below this are folded into `other` in public breakdowns, so that nobody is told apart by their country. */
export const smallestCell = 5;

/**
 * A public breakdown out of a counter's figures: the cells of `facet`, those below five and the unknown folded into
 * `other`. Its sum is what the cells' sum was.
 */
export function foldedBreakdown(figures: Figures, facet: "country" | "language"): Record<string, number> {
  const breakdown: Record<string, number> = {};
  let other = 0;
  for (const [cell, n] of cellsOf(figures, facet)) {
    if (cell === "unknown" || n < smallestCell) other += n;
    else breakdown[cell] = n;
  }
  const sorted = Object.entries(breakdown).sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return { ...Object.fromEntries(sorted), ...(other > 0 && { other }) };
}

/** The cells of a facet as they are, for breakdowns of what is public anyway and for staff. */
export function breakdown(figures: Figures, facet: string): Record<string, number> {
  return Object.fromEntries(cellsOf(figures, facet).filter(([, n]) => n > 0));
}

function cellsOf(figures: Figures, facet: string): [string, number][] {
  return Object.entries(figures)
    .filter(([figure]) => figure.startsWith(`${facet}:`))
    .map(([figure, n]) => [figure.slice(facet.length + 1), n]);
}
