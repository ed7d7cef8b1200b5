import type { ScopeList, ScopesQuery } from "../../shared/contracts/registrants.ts";
import { campaignScope, scopeKinds } from "../../shared/domain/scope.ts";
import { atLeastZero } from "../../shared/table/counts.ts";
import { headlines } from "../../shared/table/headlines.ts";
import { holdsWords } from "../../shared/table/reading-on.ts";
import { publicStates, type ScopeItem } from "../../shared/table/scope.ts";
import { scopesByState } from "../../shared/table/scopes-by-state.ts";
import type { Table } from "../../shared/table/table.ts";

/**
 * Of what the public knows or knew of, what is wanted, campaigns first, the next or latest of each kind first; with its
 * figures. Half a read unit for each 4 KB of what is of the kind.
 */
export async function listScopes(
  table: Table,
  { kind: only, state: standing, title: words, campaign }: Omit<ScopesQuery, "cursor">,
): Promise<ScopeList["items"]> {
  const kinds = only ? [only] : scopeKinds;
  const states = standing ? [standing] : publicStates;
  const [figures, ...lists] = await Promise.all([
    headlines(table),
    ...kinds.flatMap((kind) => states.map((state) => scopesByState(table, kind, state))),
  ]);
  const isIn = (item: ScopeItem) => (item.kind === "campaign" ? item.scope : item.campaign);
  const wanted = lists
    .flat()
    .filter(
      (item) =>
        (!campaign || isIn(item) === campaignScope(campaign)) &&
        holdsWords([...Object.values(item.title), item.scope], words),
    );
  const items = wanted.map(({ scope, kind, title, state, listSk }) => {
    const { people, actions } = figures.get(scope) ?? {};
    const date = listSk.slice(0, "2027-10-21".length);
    return { scope, kind, title, state, date, people: atLeastZero(people), actions: atLeastZero(actions) };
  });
  const order = (kind: (typeof scopeKinds)[number]) => scopeKinds.indexOf(kind);
  return items.sort((a, b) => order(a.kind) - order(b.kind) || (a.date < b.date ? 1 : -1));
}
