import { speak } from "../../shared/locales/speak.ts";
import { headlineOf, publicScope } from "../../shared/table/counts.ts";
import { embeddedAction, embeddedFormPath } from "../../shared/table/embedded.ts";
import type { ScopeItem } from "../../shared/table/scope.ts";
import { textIn } from "../../shared/table/views.ts";
import { embedCounterPage, embedFormPage, embedSentPage } from "../../web/pages/embed.tsx";
import type { View } from "../../web/view.ts";
import type { Visit } from "./page-table.ts";

/** The pages that any site may show in a frame, by their paths without the language in front. */
export const embedPages = {
  "/embed/counter/:scope": counter,
  "/embed/form/:scope": form,
  "/embed/check-your-mail": ({ view }: Visit) => embedSentPage({ view }),
};

/** Whether a page is one of them: all others may stand in no frame. */
export function isEmbed({ path }: Pick<View, "path">): boolean {
  return path.startsWith("/embed/");
}

async function counter({ table, view, params, clock }: Visit): Promise<string> {
  const known = await publicScope(table, params.scope ?? "");
  const count = await headlineOf(table, known, clock());
  return embedCounterPage({ view, count, ...placeOf(known.details, view) });
}

function placeOf(details: ScopeItem | undefined, view: View): { title: string; path: string } {
  if (!details) return { title: speak(view.locale).t("page.home.title"), path: "/" };
  return { title: textIn(details.title, view.locale), path: `/${details.kind}s/${details.slug}` };
}

async function form({ table, view, params, asked, clock }: Visit): Promise<string | undefined> {
  const { details } = await publicScope(table, params.scope ?? "");
  const action = details && (await embeddedAction(table, details, { ...view, now: clock() }));
  if (!action || !details) return undefined;
  const place = { action: embeddedFormPath(details.scope), source: sourceIn(asked.query.source) };
  return embedFormPage({ view, action, place });
}

/** Which site it stands on, where its owner says so and the campaign knows it; a slip makes no signup fail. */
function sourceIn(said: string | undefined): string {
  return said !== undefined && /^[a-z0-9-]{1,40}$/.test(said) ? said : "embed";
}
