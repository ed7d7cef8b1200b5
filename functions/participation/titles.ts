import type { ActionScope, CampaignScope } from "../../shared/domain/scope.ts";
import type { Surroundings } from "../edge/surroundings.ts";

/** What each of some scopes is called, by language; what is gone is not in it. */
export async function titlesOf(
  { scope: known }: Pick<Surroundings, "scope">,
  scopes: readonly string[],
): Promise<Record<string, Record<string, string>>> {
  const named = await Promise.all(
    [...new Set(scopes)].map(async (scope) => {
      const item = await known(scope as ActionScope | CampaignScope);
      return item ? [[scope, item.title] as const] : [];
    }),
  );
  return Object.fromEntries(named.flat());
}
