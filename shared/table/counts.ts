import type { Counts, ScopeCount } from "../contracts/counts.ts";
import {
  type Breakdown,
  breakdown,
  type Facet,
  foldedBreakdown,
  sumOf,
  withOther,
} from "../domain/counts.ts";
import { UnknownScope } from "../domain/refused.ts";
import { isActionScope, kindOf, parseScope, type Scope } from "../domain/scope.ts";
import type { Figures } from "../domain/tally.ts";
import { counterOf } from "./counter.ts";
import { headlines } from "./headlines.ts";
import { isPublic, publishedScopes, type ScopeItem, scopeDetails } from "./scope.ts";
import { shownBreakdowns } from "./shown-breakdowns.ts";
import type { Table } from "./table.ts";

/** A scope out of a path; throws `UnknownScope` where there is none of that name that the public may know of. */
export async function publicScope(table: Table, text: string): Promise<KnownScope> {
  const scope = parseScope(text);
  if (!scope) throw new UnknownScope(text.slice(0, 100));
  if (scope === "coalition") return { scope, details: undefined };
  const details = await scopeDetails(table, scope);
  if (!details || !isPublic(details)) throw new UnknownScope(scope);
  return { scope, details };
}

interface KnownScope {
  scope: Scope;
  details: ScopeItem | undefined;
}

/**
 * The figures of a scope as the public sees them. One query of its counter's shards; around other scopes their counters
 * are read for it too, once in five seconds.
 */
export async function countOf(table: Table, { scope, details }: KnownScope, now: Date): Promise<ScopeCount> {
  const [figures, around] = await Promise.all([
    counterOf(table, scope),
    isActionScope(scope) ? undefined : shownBreakdowns(table),
  ]);
  const by = (facet: Facet) => {
    const own = foldedBreakdown(figures, facet);
    return around ? withPeopleOf(own, around.get(scope)?.[facet] ?? {}) : own;
  };
  return {
    ...figuresShown(figures, { scope, details }, now),
    by: { country: by("country"), language: by("language") },
    ...(scope === "coalition" && {
      members: atLeastZero(figures.members),
      membersBy: { kind: breakdown(figures, "memberKind"), country: breakdown(figures, "memberCountry") },
    }),
  };
}

/** The same without breakdowns and members: for those who only show the figures. */
export async function headlineOf(
  table: Table,
  known: KnownScope,
  now: Date,
): Promise<Counts["counts"][number]> {
  return figuresShown(await counterOf(table, known.scope), known, now);
}

/** A breakdown that was read a moment ago, with all people of now: who came since is in `other`. */
function withPeopleOf(now: Breakdown, { other: _, ...cells }: Breakdown): Breakdown {
  return withOther(Object.entries(cells), sumOf(Object.entries(now)));
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
  return [undefined, ...lists.flat()].map((details) => {
    const scope: Scope = details?.scope ?? "coalition";
    return { details, count: figuresShown(figures.get(scope) ?? {}, { scope, details }, now) };
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

function figuresShown(figures: Figures, { scope, details }: KnownScope, now: Date) {
  return {
    scope,
    people: atLeastZero(figures.people),
    actions: atLeastZero(figures.actions),
    reported: atLeastZero(figures.reported),
    ...(kindOf(scope) === "pledge" && { kept: atLeastZero(figures.kept) }),
    goal: goalOf(details),
    asOf: now.toISOString(),
  };
}

/** A figure below zero is a fault that the reconciler reports; the public is never shown one. */
export function atLeastZero(n: number | undefined): number {
  return Math.max(0, n ?? 0);
}

function goalOf(details: ScopeItem | undefined): number | null {
  return details?.kind === "campaign" ? details.goal : null;
}
