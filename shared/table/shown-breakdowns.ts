import { type Breakdowns, type ScopeFigures, shownTogether } from "../domain/remainders.ts";
import { type CampaignScope, type Scope, scopeKinds } from "../domain/scope.ts";
import type { Figures } from "../domain/tally.ts";
import { counterOf } from "./counter.ts";
import { inTurns } from "./in-turns.ts";
import { keptBriefly } from "./kept-briefly.ts";
import { publicStates } from "./scope.ts";
import { scopesByState } from "./scopes-by-state.ts";
import type { Table } from "./table.ts";

/** What is shown around others needs all counters: each worker reads them once in so many milliseconds at most. */
const keptMs = 5_000;

/** So many scopes are read at once. */
const scopesAtOnce = 16;

/** The breakdowns of all that the public may know of, each beside all others, at most five seconds old. */
export const shownBreakdowns: (table: Table) => Promise<Map<Scope, Breakdowns>> = keptBriefly(
  keptMs,
  async (table) => shownTogether(await figuresOfAll(table, (scope) => counterOf(table, scope))),
);

/** The figures of all that the public may know of, as they are read one by one; the coalition comes first. */
export async function figuresOfAll(
  table: Table,
  figuresOf: (scope: Scope) => Promise<Figures>,
): Promise<ScopeFigures[]> {
  const lists = await Promise.all(
    scopeKinds.flatMap((kind) => publicStates.map((state) => scopesByState(table, kind, state))),
  );
  const scopes: { scope: Scope; campaign?: CampaignScope }[] = [
    { scope: "coalition" },
    ...lists
      .flat()
      .map((item) => ({ scope: item.scope, ...(item.kind !== "campaign" && { campaign: item.campaign }) })),
  ];
  return inTurns(scopes, scopesAtOnce, async (one) => ({ ...one, figures: await figuresOf(one.scope) }));
}
