import type { Counts, ScopeCount } from "../contracts/counts.ts";
import { breakdown, foldedBreakdown } from "../domain/counts.ts";
import { UnknownScope } from "../domain/refused.ts";
import { kindOf, parseScope, type Scope } from "../domain/scope.ts";
import type { Figures } from "../domain/tally.ts";
import { counterOf } from "./counter.ts";
import { headlines } from "./headlines.ts";
import { isPublic, publishedScopes, type ScopeItem, scopeDetails } from "./scope.ts";
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
  if (!details || !isPublic(details)) throw new UnknownScope(scope);
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
    ...headline(scope, figures),
    goal: goalOf(details),
    asOf: now.toISOString(),
    by: { country: foldedBreakdown(figures, "country"), language: foldedBreakdown(figures, "language") },
    ...(scope === "coalition" && {
      members: atLeastZero(figures.members),
      membersBy: { kind: breakdown(figures, "memberKind"), country: breakdown(figures, "memberCountry") },
    }),
  };
}

/** What is listed in `GET counts`. */
const listedKinds = ["campaign", "event", "pledge", "statement"] as const;

/**
 * The figures of the coalition and of all that is published, without breakdowns: the lists of what is published and one
 * index of headlines, whatever the number of scopes.
 */
export async function allCounts(table: Table, now: Date): Promise<Counts> {
  const counts = (await listedCounts(table, now)).map(({ count }) => count);
  return { asOf: now.toISOString(), counts };
}

/** The same with what each is of; the coalition comes first, and has no details. */
export async function listedCounts(table: Table, now: Date): Promise<ListedCount[]> {
  const [figures, ...lists] = await Promise.all([
    headlines(table),
    ...listedKinds.map((kind) => allPublished(table, kind)),
  ]);
  const asOf = now.toISOString();
  return [undefined, ...lists.flat()].map((details) => {
    const scope: Scope = details?.scope ?? "coalition";
    return {
      details,
      count: { scope, ...headline(scope, figures.get(scope) ?? {}), goal: goalOf(details), asOf },
    };
  });
}

export interface ListedCount {
  count: Counts["counts"][number];
  details: ScopeItem | undefined;
}

async function allPublished(table: Table, kind: ScopeItem["kind"]): Promise<ScopeItem[]> {
  const all: ScopeItem[] = [];
  let page: ScopeItem[];
  do {
    page = await publishedScopes(table, kind, { after: all.at(-1)?.listSk, limit: scopesAtOnce });
    all.push(...page);
  } while (page.length === scopesAtOnce);
  return all;
}

const scopesAtOnce = 200;

function headline(scope: Scope, figures: Figures) {
  return {
    people: atLeastZero(figures.people),
    actions: atLeastZero(figures.actions),
    reported: atLeastZero(figures.reported),
    ...(kindOf(scope) === "pledge" && { kept: atLeastZero(figures.kept) }),
  };
}

/** A figure below zero is a fault that the reconciler reports; the public is never shown one. */
export function atLeastZero(n: number | undefined): number {
  return Math.max(0, n ?? 0);
}

function goalOf(details: ScopeItem | undefined): number | null {
  return details?.kind === "campaign" ? details.goal : null;
}
