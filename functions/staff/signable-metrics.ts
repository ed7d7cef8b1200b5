import type { SignableMetrics } from "../../shared/contracts/metrics.ts";
import type { CampaignScope } from "../../shared/domain/scope.ts";
import { atLeastZero } from "../../shared/table/counts.ts";
import { headlines } from "../../shared/table/headlines.ts";
import { publicStates } from "../../shared/table/scope.ts";
import { scopesByState } from "../../shared/table/scopes-by-state.ts";
import type { Table } from "../../shared/table/table.ts";
import { textIn } from "../../shared/table/views.ts";

/** A campaign's pledges and statements (all, where none is named) as the public counts them. */
export async function signableMetrics(
  table: Table,
  campaign: CampaignScope | undefined,
): Promise<SignableMetrics> {
  const [figures, ...lists] = await Promise.all([
    headlines(table),
    ...publicStates.flatMap((state) => [
      scopesByState(table, "pledge", state),
      scopesByState(table, "statement", state),
    ]),
  ]);
  return lists
    .flat()
    .filter((item) => campaign === undefined || item.campaign === campaign)
    .map(({ kind, slug, title, state, scope }) => ({
      ...{ kind, slug, state, title: textIn(title, "en") },
      signed: atLeastZero(figures.get(scope)?.actions),
    }));
}
