import { type Breakdown, sumOf, withOther } from "./counts.ts";

/**
 * How the files of open data show a breakdown, so that no cell under five can be told from any number of them (ADR 31).
 *
 * A cell is named from ten on and rounded down to a multiple of five, and what is not named comes to five at least (to
 * which the largest cell gives up a step). So a cell that is not named may always hold five or more, whatever the totals
 * say: a difference of two answers gives at most that it held less than ten.
 */
const namedFrom = 10;
const step = 5;
const leastOther = 5;

/** A public breakdown as it may stand in a file; `other` is what the named cells leave of the people. */
export function openCells(breakdown: Breakdown): Breakdown {
  const people = sumOf(Object.entries(breakdown));
  const { other: _, ...cells } = breakdown;
  const named = Object.entries(cells)
    .filter(([, n]) => n >= namedFrom)
    .map(([cell, n]): [string, number] => [cell, n - (n % step)])
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  while (named.length > 0 && people - sumOf(named) < leastOther) {
    const [largest] = named;
    // One step less of the largest is the smallest untruth; where that one is small too, the smallest is not named.
    if (largest && largest[1] - step >= namedFrom) largest[1] -= step;
    else named.pop();
  }
  return withOther(named, people);
}
