import { problemPage } from "../../web/pages/problem.tsx";
import type { View } from "../../web/view.ts";
import type { Asked } from "./asked.ts";
import type { Problem } from "./chain.ts";
import { pageLocale } from "./locale.ts";
import { html, type Reply } from "./reply.ts";
import { searchOf } from "./search.ts";
import type { Surroundings } from "./surroundings.ts";

/** Where somebody is, and in which language, for the pages that a function makes. */
export function viewOf({ origin }: Pick<Surroundings, "origin">, asked: Asked): View {
  const locale = pageLocale(asked);
  const path = locale === "en" ? asked.path : asked.path.slice(locale.length + 1);
  return { locale, path, search: searchOf(asked), origin };
}

/** A problem as a page for people. */
export function problemReplyPage(
  surroundings: Pick<Surroundings, "origin">,
  asked: Asked,
  problem: Problem,
): Reply {
  return html(problem.status, pageOfProblem(viewOf(surroundings, asked), problem));
}

export function pageOfProblem(view: View, { type, status, instance }: Problem): string {
  return problemPage({ view, word: type, status, requestId: instance ?? "" });
}

/** The page of a form with what was typed, as far as it can be made; where it cannot, the problem by itself. */
export async function formOrProblem(
  view: View,
  problem: Problem,
  form: () => Promise<string>,
): Promise<Reply> {
  return html(problem.status, await form().catch(() => pageOfProblem(view, problem)));
}
