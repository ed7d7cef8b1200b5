import { publishedScopes, type ScopeItem } from "../../shared/table/scope.ts";
import type { Table } from "../../shared/table/table.ts";
import { hasPage } from "./page-table.ts";

const kinds = ["campaign", "event", "pledge", "statement"] as const satisfies readonly ScopeItem["kind"][];
/** A sitemap may name 50,000 addresses; so many published things of one kind are not expected for years. */
const most = 1_000;

/** The paths of all that is published and has a page, without a language in front. */
export async function publishedPaths(table: Table): Promise<string[]> {
  const lists = await Promise.all(kinds.map((kind) => publishedScopes(table, kind, { limit: most })));
  return lists
    .flat()
    .map(({ kind, slug }) => `/${kind}s/${slug}`)
    .filter(hasPage);
}
