import { parseScope } from "../../shared/domain/scope.ts";
import { isLocale } from "../../shared/locales/speak.ts";
import { listedCounts } from "../../shared/table/counts.ts";
import { openDays } from "../../shared/table/open-data.ts";
import { textIn } from "../../shared/table/views.ts";
import { dataPage } from "../../web/pages/data.tsx";
import { type Embed, embedKinds } from "../../web/parts/embed-maker.tsx";
import type { Visit } from "./page-table.ts";

/** So many of the newest files are linked on the page; the list of all is a link away. */
const daysShown = 7;

/** Open data: the counts of now, files of days, and the line of HTML for whatever is chosen to stand on another site. */
export async function data({ view, table, clock, asked }: Visit): Promise<string> {
  const now = clock();
  const [listed, days] = await Promise.all([
    listedCounts(table, now),
    openDays(table, { limit: daysShown - 1 }),
  ]);
  const counts = listed.map(({ count, details }) => ({
    ...count,
    ...(details && { title: textIn(details.title, view.locale) }),
  }));
  const scopes = counts.map(({ scope }) => scope);
  return dataPage({
    view,
    counts,
    days: [now.toISOString().slice(0, 10), ...days],
    embed: embedIn(asked.query, { view, scopes }),
  });
}

/** What was chosen. What cannot be read is as if nothing had been chosen: the form shows what it took. */
function embedIn(
  { embed, scope, language }: Record<string, string>,
  { view, scopes }: { view: Visit["view"]; scopes: readonly string[] },
): Embed {
  const known = scope !== undefined && parseScope(scope) && scopes.includes(scope) ? scope : undefined;
  return {
    kind: embedKinds.find((kind) => kind === embed) ?? "counter",
    scope: known ?? scopes.find((one) => one.startsWith("campaign.")) ?? "coalition",
    locale: language !== undefined && isLocale(language) ? language : view.locale,
  };
}
