import { type ActionScope, actionKinds, type CampaignScope } from "../domain/scope.ts";
import { listKey } from "./keys.ts";
import { type ListPage, oneAfterAnother } from "./reading-on.ts";
import { publicStates, ScopeItem, scopesIn } from "./scope.ts";
import { everyItem, listsIndex, stored, type Table } from "./table.ts";

/** Every scope of a kind in a state, by date. Half a read unit for each 4 KB of them. */
export async function scopesByState<Kind extends ScopeItem["kind"]>(
  table: Table,
  kind: Kind,
  state: ScopeItem["state"],
): Promise<Extract<ScopeItem, { kind: Kind }>[]> {
  const found = everyItem(table, {
    IndexName: listsIndex,
    KeyConditionExpression: "listPk = :list",
    ExpressionAttributeValues: stored({ ":list": listKey(`${kind}s.${state}`, 0) }),
  });
  const items = await Array.fromAsync(found, (item) => ScopeItem.parse(item));
  return items.filter((item): item is Extract<ScopeItem, { kind: Kind }> => item.kind === kind);
}

const pageSize = 50;

/**
 * A page of the scopes of a kind, by date, of one state after the other. Half a read unit for each 4 KB of them.
 */
export function scopesPage<Kind extends ScopeItem["kind"]>(
  table: Table,
  { kind, states }: { kind: Kind; states: readonly ScopeItem["state"][] },
  after: string | undefined,
): Promise<ListPage<Extract<ScopeItem, { kind: Kind }>>> {
  const read = async (state: ScopeItem["state"], place: string | undefined) => {
    const found = await scopesIn(table, { kind, state }, { after: place, limit: pageSize + 1 });
    const page = found.slice(0, pageSize);
    const items = page.filter((item): item is Extract<ScopeItem, { kind: Kind }> => item.kind === kind);
    return { items, next: found.length > pageSize ? page.at(-1)?.listSk : undefined };
  };
  return oneAfterAnother(states, read, after);
}

/** The actions of a campaign that the public knows or knew of, whatever has become of them. */
export async function actionsOf(table: Table, campaign: CampaignScope): Promise<ActionScope[]> {
  const lists = await Promise.all(
    actionKinds.flatMap((kind) => publicStates.map((state) => scopesByState(table, kind, state))),
  );
  return lists.flat().flatMap((item) => (item.campaign === campaign ? [item.scope] : []));
}
