import type { ActionScope, CampaignScope } from "../domain/scope.ts";
import { keptBriefly } from "./kept-briefly.ts";
import { type ScopeItem, scopeDetails } from "./scope.ts";
import type { Table } from "./table.ts";

/**
 * A scope changes seldom and is read with every signup: each function keeps what it read for a few seconds. So a closed
 * event may take people in for that long; what must not be late (a seat, a freeze) is a condition of its own write.
 */
const keptMs = 3_000;

export function scopeCache(
  table: Table,
): (scope: CampaignScope | ActionScope) => Promise<ScopeItem | undefined> {
  return keptBriefly(keptMs, (scope) => scopeDetails(table, scope));
}
