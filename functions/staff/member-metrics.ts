import type { MemberMetrics } from "../../shared/contracts/metrics.ts";
import { breakdown } from "../../shared/domain/counts.ts";
import { totalOf } from "../../shared/domain/funnel.ts";
import { daysIn, type Period } from "../../shared/domain/period.ts";
import { quantile } from "../../shared/domain/quantile.ts";
import { counterOf } from "../../shared/table/counter.ts";
import { atLeastZero } from "../../shared/table/counts.ts";
import { dayFiguresOf } from "../../shared/table/day-figures.ts";
import { decisionHours } from "../../shared/table/decision-times.ts";
import { allMembers } from "../../shared/table/member-list.ts";
import type { Table } from "../../shared/table/table.ts";

/** Members as the public counts them, applications of a period, and how long they wait. */
export async function memberMetrics(table: Table, period: Period, now: Date): Promise<MemberMetrics> {
  const [figures, seen, days, hours, submitted] = await Promise.all([
    counterOf(table, "coalition"),
    dayFiguresOf(table, "seen.coalition", period),
    dayFiguresOf(table, "applications", period),
    decisionHours(table, period),
    allMembers(table, "submitted"),
  ]);
  const total = totalOf(days);
  const oldest = submitted.map(({ submittedAt, changedAt }) => submittedAt ?? changedAt).sort()[0];
  return {
    members: atLeastZero(figures.members),
    by: { kind: breakdown(figures, "memberKind"), country: breakdown(figures, "memberCountry") },
    applications: {
      seen: totalOf(seen).seen ?? 0,
      ...decided(total),
      left: total.left ?? 0,
      by: { kind: breakdown(total, "kind"), country: breakdown(total, "country") },
      byDay: daysIn(period).map((day) => ({
        day,
        seen: seen.get(day)?.seen ?? 0,
        ...decided(days.get(day) ?? {}),
      })),
    },
    waiting: { count: submitted.length, oldest: oldest && oldest <= now.toISOString() ? oldest : null },
    decisions: {
      count: hours.length,
      medianHours: quantile(hours, 0.5),
      slowestTenthHours: quantile(hours, 0.9),
    },
  };
}

function decided({ submitted = 0, approved = 0, declined = 0 }: Record<string, number>) {
  return { submitted, approved, declined };
}
