import { daysIn, type Period } from "../../shared/domain/period.ts";
import type { Scope } from "../../shared/domain/scope.ts";
import { allCounts } from "../../shared/table/counts.ts";
import { historyOf } from "../../shared/table/history.ts";
import type { Table } from "../../shared/table/table.ts";
import type { Cell } from "./csv.ts";
import type { Rows } from "./export-page.ts";

/**
 * Running totals of everything that the public counts show, a line for each day of the period on which something
 * changed; and, as of now, the figures that have no history.
 */
export function countRows(table: Table, period: Period, now: Date): Rows {
  const range = { from: `${period.from}T00`, to: `${period.to}T23` };
  return {
    columns: ["scope", "day", "people", "actions", "reported", "goal"],
    async read(after) {
      const { counts } = await allCounts(table, now);
      const index =
        after === undefined ? 0 : Math.max(0, counts.findIndex(({ scope }) => scope === after) + 1);
      const count = counts[index];
      if (!count) return { rows: [], next: undefined };
      const { scope, people, actions, reported, goal } = count;
      const { points } = await historyOf(table, { scope: scope as Scope, by: "day", range }, now);
      const rows = points.map((point): Cell[] => [scope, dayOf(point.at), point.people, point.actions]);
      const today = now.toISOString().slice(0, 10);
      if (daysIn(period).includes(today)) {
        if (rows.at(-1)?.[1] === today) rows.pop();
        rows.push([scope, today, people, actions, reported, goal ?? undefined]);
      }
      return { rows, next: index + 1 < counts.length ? scope : undefined };
    },
  };
}

/** A history's point stands at the end of its day, which is the beginning of the next. */
function dayOf(at: string): string {
  return new Date(Date.parse(at) - 1).toISOString().slice(0, 10);
}
