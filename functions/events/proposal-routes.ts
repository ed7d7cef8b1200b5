import { InvalidRequest, type Refused } from "../../shared/domain/refused.ts";
import type { Locale } from "../../shared/locales/speak.ts";
import { pagePath } from "../../shared/mail/links.ts";
import { proposePage } from "../../web/pages/propose.tsx";
import type { Asked } from "../edge/asked.ts";
import type { Problem, Route, Routes } from "../edge/chain.ts";
import { formAgain } from "../edge/form-again.ts";
import { withPhoto } from "../edge/form-files.ts";
import { signupLocale } from "../edge/locale.ts";
import { pageOfProblem } from "../edge/problem-page.ts";
import { problemReply } from "../edge/problems.ts";
import { html, json, type Reply, seeOther } from "../edge/reply.ts";
import { type Proposing, propose } from "./propose.ts";

/** Proposing an event: by a program with JSON, by people with the form of `/events/propose`. */
export function proposalRoutes(
  proposing: Proposing,
): Routes<"POST /api/events" | "POST /events/propose" | "POST /{locale}/events/propose"> {
  const route: Route = {
    files: withPhoto("picture"),
    async handle(asked) {
      const { slug } = await propose(proposing, asked);
      if (!asked.form) return json(202, { status: "check-your-mail", slug });
      return seeOther(pagePath(localeOf(asked), "/check-your-mail?after=propose"));
    },
    show: (asked, problem, refusal) =>
      asked.form ? again(proposing, asked, { problem, refusal }) : problemReply(problem),
  };
  return {
    "POST /api/events": route,
    "POST /events/propose": route,
    "POST /{locale}/events/propose": route,
  };
}

function localeOf(asked: Asked): Locale {
  const { locale } = (asked.body ?? {}) as { locale?: unknown };
  return signupLocale(asked, typeof locale === "string" ? locale : undefined);
}

/** The form again, with what was typed and what is wrong with it. */
function again(
  { origin }: Proposing,
  asked: Asked,
  { problem, refusal }: { problem: Problem; refusal: Refused | undefined },
): Reply {
  const view = { locale: localeOf(asked), path: "/events/propose", origin };
  const hasForm = !refusal || refusal instanceof InvalidRequest;
  const page = hasForm
    ? proposePage({ view, form: formAgain(asked, refusal) })
    : pageOfProblem(view, problem);
  return html(problem.status, page);
}
