import type { Figures } from "./tally.ts";

/**
 * How the files of open data show a breakdown, so that no cell under five can be told from any number of them (ADR 31).
 *
 * A cell is named from ten on and rounded down to a multiple of five, and what is not named comes to five at least (to
 * which the largest cell gives up a step). So a cell that is not named may always hold five or more, whatever the totals say: a difference of two answers gives at
 * most that it held less than ten.
 */
const namedFrom = 10;
const step = 5;
const leastOther = 5;

/** The cells of a facet as they may be published; `other` is what the named ones leave of the people. */
export function openCells(figures: Figures, facet: "country" | "language"): Record<string, number> {
  const people = Math.max(0, figures.people ?? 0);
  const named = Object.entries(figures)
    .filter(([figure, n]) => figure.startsWith(`${facet}:`) && n >= namedFrom)
    .map(([figure, n]): [string, number] => [figure.slice(facet.length + 1), n - (n % step)])
    .filter(([cell]) => cell !== "unknown")
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const left = () => people - named.reduce((sum, [, n]) => sum + n, 0);
  while (named.length > 0 && left() < leastOther) {
    const [largest] = named;
    // One step less of the largest is the smallest untruth; where that one is small too, the smallest is not named.
    if (largest && largest[1] - step >= namedFrom) largest[1] -= step;
    else named.pop();
  }
  const other = left();
  return { ...Object.fromEntries(named), ...(other > 0 && { other }) };
}
