import type { ActionScope, CampaignScope } from "../domain/scope.ts";
import { type ScopeItem, scopeDetails } from "./scope.ts";
import type { Table } from "./table.ts";

/**
 * A scope changes seldom and is read with every signup: each function keeps what it read for a few seconds. So a closed
 * event may take people in for that long; what must not be late (a seat, a freeze) is a condition of its own write.
 */
const keptMs = 3_000;
const mostKept = 500;

export function scopeCache(
  table: Table,
): (scope: CampaignScope | ActionScope) => Promise<ScopeItem | undefined> {
  const kept = new Map<string, { until: number; item: Promise<ScopeItem | undefined> }>();
  return (scope) => {
    const now = performance.now();
    const known = kept.get(scope);
    if (known && known.until > now) return known.item;
    if (kept.size >= mostKept) kept.clear();
    const item = scopeDetails(table, scope);
    kept.set(scope, { until: now + keptMs, item });
    item.catch(() => kept.delete(scope));
    return item;
  };
}
