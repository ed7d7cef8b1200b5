import type { Locale } from "../locales/speak.ts";
import { isSignable, type ScopeItem } from "./scope.ts";
import { readTextToSign } from "./signable-page.ts";
import type { Table } from "./table.ts";
import { eventView } from "./views.ts";

/** Where a form stands that is shown in frames of other sites. */
export const embeddedFormPath = (scope: string): string => `/embed/form/${scope}`;

/** What a frame takes a signup for; undefined where nobody can sign up for it (a campaign), or it has no text yet. */
export async function embeddedAction(
  table: Table,
  details: ScopeItem,
  seen: { locale: Locale; origin: string; now: Date },
) {
  if (details.kind === "event")
    return { kind: "event" as const, event: eventView(details, seen.locale, seen.now) };
  const toSign = isSignable(details) ? await readTextToSign(table, details, seen) : undefined;
  return toSign && { kind: "signable" as const, ...toSign };
}
