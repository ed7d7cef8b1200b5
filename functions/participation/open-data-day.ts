import type { OpenScope } from "../../shared/contracts/open-data.ts";
import { openCells } from "../../shared/domain/open-data.ts";
import { daysIn, shifted } from "../../shared/domain/period.ts";
import { openFrom } from "../../shared/domain/recount.ts";
import { type ScopeFigures, shownTogether } from "../../shared/domain/remainders.ts";
import type { Figures } from "../../shared/domain/tally.ts";
import { addInto, counterOf, hoursOf } from "../../shared/table/counter.ts";
import { atLeastZero } from "../../shared/table/counts.ts";
import { openDays, putOpenDay } from "../../shared/table/open-data.ts";
import { figuresOfAll } from "../../shared/table/shown-breakdowns.ts";
import type { Table } from "../../shared/table/table.ts";

/** So many days at most are made by one run; what an outage left is made by the following ones. */
const mostDaysARun = 31;

/**
 * Makes the file of each day that is over and has none yet, oldest first. Killed anywhere, the next run goes on; a day
 * that is listed is never made again, so that what somebody has fetched stays what we say. Answers with the days made.
 */
export async function makeOpenData(table: Table, clock: () => Date): Promise<string[]> {
  const now = clock();
  const last = lastClosedDay(now);
  const [newest] = await openDays(table, { limit: 1 });
  const first = newest === undefined ? await firstDay(table) : shifted(newest, 1);
  if (first === undefined || first > last) return [];
  const days = daysIn({ from: first, to: last }).slice(0, mostDaysARun);
  for (const day of days) await putOpenDay(table, day, await figuresAt(table, day));
  return days;
}

/** What today has come to so far. */
export async function figuresSoFar(table: Table): Promise<OpenScope[]> {
  return openScopes(await figuresOfAll(table, (scope) => counterOf(table, scope)));
}

/** The last day whose hours are all closed. */
function lastClosedDay(now: Date): string {
  return shifted(openFrom(now).slice(0, 10), -1);
}

async function firstDay(table: Table): Promise<string | undefined> {
  const [hour] = (await hoursOf(table, "coalition")).keys();
  return hour?.slice(0, 10);
}

/** At the end of a day: the sum of its hours and all before, which change no more. What had nothing yet is left out. */
async function figuresAt(table: Table, day: string): Promise<OpenScope[]> {
  const all = await figuresOfAll(table, async (scope) => {
    const sum: Figures = {};
    for (const figures of (await hoursOf(table, scope, { to: `${day}T23` })).values()) addInto(sum, figures);
    return sum;
  });
  return openScopes(all.filter(({ figures }) => Object.keys(figures).length > 0));
}

function openScopes(all: readonly ScopeFigures[]): OpenScope[] {
  const shown = shownTogether(all);
  return all.map(({ scope, figures }) => {
    const { country = {}, language = {} } = shown.get(scope) ?? {};
    return {
      scope,
      people: atLeastZero(figures.people),
      actions: atLeastZero(figures.actions),
      reported: atLeastZero(figures.reported),
      by: { country: openCells(country), language: openCells(language) },
    };
  });
}
