import type { PersonHash } from "../domain/person-hash.ts";
import type { ActionScope } from "../domain/scope.ts";
import { itemsAt, placeOf } from "./items-at.ts";
import { ledgerKey, participationKey } from "./keys.ts";
import { LedgerItem } from "./ledger.ts";
import { type Participation, readParticipation } from "./participation.ts";
import type { Table } from "./table.ts";

export interface Counted {
  participation: Participation;
  /** Whether the tally has counted it as it stands: that takes a second or so. */
  counted: boolean;
}

/** A participation, and whether the counts have it yet: one call, two read units. */
export async function countedOf(
  table: Table,
  person: PersonHash,
  scope: ActionScope,
): Promise<Counted | undefined> {
  const own = participationKey(person, scope);
  const ledger = ledgerKey(own.pk);
  const items = await itemsAt(table, [own, ledger], { consistently: true });
  const at = new Map(items.map((item) => [placeOf(item), item]));
  const found = at.get(placeOf(own));
  if (!found) return undefined;
  const participation = readParticipation(found);
  const { entries = {} } = LedgerItem.safeParse(at.get(placeOf(ledger))).data ?? {};
  return { participation, counted: (entries[scope]?.version ?? 0) >= participation.version };
}
