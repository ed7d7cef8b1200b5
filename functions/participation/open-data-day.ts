import type { OpenScope } from "../../shared/contracts/open-data.ts";
import { openCells } from "../../shared/domain/open-data.ts";
import { daysIn, shifted } from "../../shared/domain/period.ts";
import { openFrom } from "../../shared/domain/recount.ts";
import { type Scope, scopeKinds } from "../../shared/domain/scope.ts";
import type { Figures } from "../../shared/domain/tally.ts";
import { addInto, counterOf, hoursOf } from "../../shared/table/counter.ts";
import { atLeastZero } from "../../shared/table/counts.ts";
import { openDays, putOpenDay } from "../../shared/table/open-data.ts";
import { publicStates } from "../../shared/table/scope.ts";
import { scopesByState } from "../../shared/table/scopes-by-state.ts";
import type { Table } from "../../shared/table/table.ts";

/** So many scopes are read at once. */
const scopesAtOnce = 16;

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
  const scopes = await publicScopes(table);
  for (const day of days) await putOpenDay(table, day, await figuresAt(table, scopes, day));
  return days;
}

/** What today has come to so far. */
export async function figuresSoFar(table: Table): Promise<OpenScope[]> {
  return inParts(await publicScopes(table), async (scope) => openScope(scope, await counterOf(table, scope)));
}

/** The last day whose hours are all closed. */
function lastClosedDay(now: Date): string {
  return shifted(openFrom(now).slice(0, 10), -1);
}

async function firstDay(table: Table): Promise<string | undefined> {
  const [hour] = (await hoursOf(table, "coalition")).keys();
  return hour?.slice(0, 10);
}

async function publicScopes(table: Table): Promise<Scope[]> {
  const lists = await Promise.all(
    scopeKinds.flatMap((kind) => publicStates.map((state) => scopesByState(table, kind, state))),
  );
  return ["coalition", ...lists.flat().map(({ scope }) => scope)];
}

/** At the end of a day: the sum of its hours and all before, which change no more. What had nothing yet is left out. */
async function figuresAt(table: Table, scopes: readonly Scope[], day: string): Promise<OpenScope[]> {
  const all = await inParts(scopes, async (scope) => {
    const sum: Figures = {};
    for (const figures of (await hoursOf(table, scope, { to: `${day}T23` })).values()) addInto(sum, figures);
    return Object.keys(sum).length > 0 ? openScope(scope, sum) : undefined;
  });
  return all.filter((one) => one !== undefined);
}

function openScope(scope: Scope, figures: Figures): OpenScope {
  return {
    scope,
    people: atLeastZero(figures.people),
    actions: atLeastZero(figures.actions),
    reported: atLeastZero(figures.reported),
    by: { country: openCells(figures, "country"), language: openCells(figures, "language") },
  };
}

async function inParts<Made>(
  scopes: readonly Scope[],
  make: (scope: Scope) => Promise<Made>,
): Promise<Made[]> {
  const made: Made[] = [];
  for (let start = 0; start < scopes.length; start += scopesAtOnce)
    made.push(...(await Promise.all(scopes.slice(start, start + scopesAtOnce).map(make))));
  return made;
}
