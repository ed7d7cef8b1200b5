import type { ScopeList } from "../../shared/contracts/registrants.ts";
import { scopeKinds } from "../../shared/domain/scope.ts";
import { atLeastZero } from "../../shared/table/counts.ts";
import { headlines } from "../../shared/table/headlines.ts";
import { publicStates } from "../../shared/table/scope.ts";
import { scopesByState } from "../../shared/table/scopes-by-state.ts";
import type { Table } from "../../shared/table/table.ts";

/** All that the public knows or knew of, campaigns first, the next or latest of each kind first; with its figures. */
export async function listScopes(table: Table): Promise<ScopeList["items"]> {
  const [figures, ...lists] = await Promise.all([
    headlines(table),
    ...scopeKinds.flatMap((kind) => publicStates.map((state) => scopesByState(table, kind, state))),
  ]);
  const items = lists.flat().map(({ scope, kind, title, state, listSk }) => {
    const { people, actions } = figures.get(scope) ?? {};
    const date = listSk.slice(0, "2027-10-21".length);
    return { scope, kind, title, state, date, people: atLeastZero(people), actions: atLeastZero(actions) };
  });
  const order = (kind: (typeof scopeKinds)[number]) => scopeKinds.indexOf(kind);
  return items.sort((a, b) => order(a.kind) - order(b.kind) || (a.date < b.date ? 1 : -1));
}
