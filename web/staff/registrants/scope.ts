import type { ScopeList } from "../../../shared/contracts/registrants.ts";

export type ListedScope = ScopeList["items"][number];

export const kindIn = (scope: string): string => scope.slice(0, scope.indexOf("."));
export const slugIn = (scope: string): string => scope.slice(scope.indexOf(".") + 1);

/** The file of an action's people, below `exports/`; a campaign's are in the files of its actions. */
export function exportPath(scope: string): string | undefined {
  const slug = encodeURIComponent(slugIn(scope));
  switch (kindIn(scope)) {
    case "event":
      return `registrants.csv?event=${slug}`;
    case "pledge":
    case "statement":
      return `signatures.csv?${kindIn(scope)}=${slug}`;
    default:
      return undefined;
  }
}

export const registrantsHref = (scope: string): string => `/staff/registrants/${scope}`;
export const personHref = (person: string): string => `/staff/registrants/person/${person}`;
