import { type Breakdown, type Facet, foldedBreakdown, smallestCell, sumOf, withOther } from "./counts.ts";
import { type CampaignScope, kindOf, type Scope } from "./scope.ts";
import type { Figures } from "./tally.ts";

/**
 * The breakdown of a scope as it may stand beside those of scopes within it, as these are shown (ADR 31). What it has of a
 * cell more than one of them is small, too, where it is less than five: such a remainder is folded into `other`. And where
 * somebody in a folded cell of one of them could be told by elimination, since too much is named around it, the smallest of
 * those cells is folded around it, too, until each of the rest may hold nobody.
 */
export function withoutRemainders(breakdown: Breakdown, within: readonly Breakdown[]): Breakdown {
  const people = sumOf(Object.entries(breakdown));
  const { other: _, ...cells } = breakdown;
  const shown = new Map(Object.entries(cells));
  for (const [cell, n] of shown) {
    const near = within.map((inner) => inner[cell] ?? 0).filter((m) => m > 0 && n - m < smallestCell);
    if (near.length > 0) shown.set(cell, Math.min(n, Math.max(...near)));
  }
  for (const { other: folded = 0, ...named } of within) {
    const candidates = [...shown].filter(([cell]) => !(cell in named)).sort(([, n], [, m]) => m - n);
    const mayBeElsewhere = () => people - sumOf(shown) + (candidates.length - 1) * (smallestCell - 1);
    while (candidates.length > 0 && folded > mayBeElsewhere()) shown.delete(candidates.pop()?.[0] ?? "");
  }
  return withOther(shown, people);
}

/** What is counted of a scope. An action is within its campaign, and all are within the coalition. */
export interface ScopeFigures {
  scope: Scope;
  campaign?: CampaignScope | undefined;
  figures: Figures;
}

/** People by each facet, as the public may see it. */
export type Breakdowns = Record<Facet, Breakdown>;

/** The breakdowns of scopes as they are shown, each beside all others; the figures are to be of one moment. */
export function shownTogether(all: readonly ScopeFigures[]): Map<Scope, Breakdowns> {
  const [country, language] = [shownBy("country", all), shownBy("language", all)];
  return new Map(
    all.map(({ scope }) => [
      scope,
      { country: country.get(scope) ?? {}, language: language.get(scope) ?? {} },
    ]),
  );
}

function shownBy(facet: Facet, all: readonly ScopeFigures[]): Map<Scope, Breakdown> {
  const shown = new Map<Scope, Breakdown>();
  // From the inside out: what is around others is folded around what is shown of them.
  for (const { scope, figures } of all.toSorted((one, two) => depthOf(two) - depthOf(one))) {
    const inner = all.filter((one) => isWithin(one, scope)).map((one) => shown.get(one.scope) ?? {});
    shown.set(scope, withoutRemainders(foldedBreakdown(figures, facet), inner));
  }
  return shown;
}

function isWithin({ scope, campaign }: ScopeFigures, outer: Scope): boolean {
  return outer === "coalition" ? scope !== outer : campaign === outer;
}

function depthOf({ scope }: ScopeFigures): number {
  if (scope === "coalition") return 0;
  return kindOf(scope) === "campaign" ? 1 : 2;
}
