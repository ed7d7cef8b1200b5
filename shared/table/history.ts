import type { History } from "../contracts/counts.ts";
import { endOf, type Range, type Step } from "../domain/history.ts";
import type { Scope } from "../domain/scope.ts";
import { type Figures, hourOf } from "../domain/tally.ts";
import { counterOf, hoursOf } from "./counter.ts";
import { atLeastZero } from "./counts.ts";
import type { Table } from "./table.ts";

type Totals = { people: number; actions: number };

/**
 * Running totals at the end of each hour or day (UTC) of a range in which something changed. Only hours from the range's
 * first on are read: what was before is the total of now less all since.
 */
export async function historyOf(
  table: Table,
  { scope, by, range }: { scope: Scope; by: Step; range: Range },
  now: Date,
): Promise<History> {
  const { hours, before } = await hoursWithStart(table, scope, { from: range.from, now });
  const points: History["points"] = [];
  let { people, actions } = before;
  for (const [hour, figures] of hours) {
    if (hour > range.to) break;
    people += figures.people ?? 0;
    actions += figures.actions ?? 0;
    const at = endOf(hour, by);
    if (points.at(-1)?.at === at) points.pop();
    points.push({ at, people: atLeastZero(people), actions: atLeastZero(actions) });
  }
  return { scope, by, points };
}

const tries = 3;

/**
 * The hours from `from` on and the totals before them. The total and the hours are read one after another; where somebody
 * was counted in between, so that the sum would be off, they are read again, and in the end all hours are summed up.
 */
async function hoursWithStart(table: Table, scope: Scope, { from, now }: { from: string; now: Date }) {
  for (let attempt = 0; attempt < tries; attempt++) {
    const hours = await hoursOf(table, scope, { from });
    const total = await counterOf(table, scope);
    const open = await hoursOf(table, scope, { from: hourOf(now) });
    const moved = [...open].some(([hour, { postings }]) => hours.get(hour)?.postings !== postings);
    if (!moved) return { hours, before: less(total, [...hours.values()]) };
  }
  const all = await hoursOf(table, scope);
  const earlier = [...all].filter(([hour]) => hour < from).map(([, figures]) => figures);
  const zero = { people: 0, actions: 0 };
  const negated = less(zero, earlier);
  const hours = new Map([...all].filter(([hour]) => hour >= from));
  return { hours, before: { people: -negated.people, actions: -negated.actions } };
}

function less(total: Figures, parts: Figures[]): Totals {
  return parts.reduce<Totals>(
    (left, { people = 0, actions = 0 }) => ({
      people: left.people - people,
      actions: left.actions - actions,
    }),
    { people: total.people ?? 0, actions: total.actions ?? 0 },
  );
}
