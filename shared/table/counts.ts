import type { Counts, History, ScopeCount } from "../contracts/counts.ts";
import { breakdown, foldedBreakdown } from "../domain/counts.ts";
import { UnknownScope } from "../domain/refused.ts";
import { parseScope, type Scope } from "../domain/scope.ts";
import type { Figures } from "../domain/tally.ts";
import { counterOf, hoursOf } from "./counter.ts";
import { publishedScopes, type ScopeItem, scopeDetails } from "./scope.ts";
import type { Table } from "./table.ts";

/** A scope out of a path; throws `UnknownScope` where there is none of that name that the public may know of. */
export async function publicScope(
  table: Table,
  text: string,
): Promise<{ scope: Scope; details: ScopeItem | undefined }> {
  const scope = parseScope(text);
  if (!scope) throw new UnknownScope(text.slice(0, 100));
  if (scope === "coalition") return { scope, details: undefined };
  const details = await scopeDetails(table, scope);
  if (!details || ["draft", "submitted", "declined"].includes(details.state)) throw new UnknownScope(scope);
  return { scope, details };
}

/** The figures of a scope as the public sees them. One read of the scope, one query of its counter's shards. */
export async function countOf(
  table: Table,
  { scope, details }: { scope: Scope; details: ScopeItem | undefined },
  now: Date,
): Promise<ScopeCount> {
  const figures = await counterOf(table, scope);
  return {
    scope,
    ...headline(figures),
    goal: goalOf(details),
    asOf: now.toISOString(),
    by: { country: foldedBreakdown(figures, "country"), language: foldedBreakdown(figures, "language") },
    ...(scope === "coalition" && {
      members: atLeastZero(figures.members),
      membersBy: { kind: breakdown(figures, "memberKind"), country: breakdown(figures, "memberCountry") },
    }),
  };
}

/** The figures of the coalition and of all that is published, without breakdowns. */
export async function allCounts(table: Table, now: Date): Promise<Counts> {
  const lists = await Promise.all(
    (["campaign", "event", "pledge", "statement"] as const).map((kind) => publishedScopes(table, kind)),
  );
  const scopes = [
    { scope: "coalition" as Scope, details: undefined },
    ...lists.flat().map((details) => ({ scope: details.scope as Scope, details })),
  ];
  const asOf = now.toISOString();
  const counts = await Promise.all(
    scopes.map(async ({ scope, details }) => ({
      scope,
      ...headline(await counterOf(table, scope)),
      goal: goalOf(details),
      asOf,
    })),
  );
  return { asOf, counts };
}

/** Running totals at the end of each hour or day (UTC) in which something changed. */
export async function historyOf(table: Table, scope: Scope, by: "hour" | "day"): Promise<History> {
  const points: History["points"] = [];
  let people = 0;
  let actions = 0;
  for (const [hour, figures] of await hoursOf(table, scope)) {
    people += figures.people ?? 0;
    actions += figures.actions ?? 0;
    const at = endOf(hour, by);
    if (points.at(-1)?.at === at) points.pop();
    points.push({ at, people: atLeastZero(people), actions: atLeastZero(actions) });
  }
  return { scope, by, points };
}

function endOf(hour: string, by: "hour" | "day"): string {
  const start = new Date(by === "hour" ? `${hour}:00:00.000Z` : `${hour.slice(0, 10)}T00:00:00.000Z`);
  return new Date(start.getTime() + (by === "hour" ? 3_600_000 : 86_400_000)).toISOString();
}

function headline(figures: Figures) {
  return {
    people: atLeastZero(figures.people),
    actions: atLeastZero(figures.actions),
    reported: atLeastZero(figures.reported),
  };
}

/** A figure below zero is a fault that the reconciler reports; the public is never shown one. */
function atLeastZero(n: number | undefined): number {
  return Math.max(0, n ?? 0);
}

function goalOf(details: ScopeItem | undefined): number | null {
  return details?.kind === "campaign" ? details.goal : null;
}
