import { textOf } from "../campaigns/campaign.ts";
import { useAsked } from "../console-context.ts";
import type { Page } from "../parts/list.tsx";
import type { ListedScope } from "./scope.ts";

/** The title of each thing that people take part in; the scope itself until it is known. */
export function useScopeTitles(): (scope: string) => string {
  const { answer } = useAsked<Page<ListedScope>>("scopes");
  return (scope) => {
    const known = answer?.items.find((item) => item.scope === scope);
    return known ? textOf(known.title) : scope;
  };
}
