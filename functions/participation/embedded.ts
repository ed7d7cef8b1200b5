import {
  ActionClosed,
  InvalidRequest,
  type Refused,
  TextChanged,
  UnknownScope,
} from "../../shared/domain/refused.ts";
import { isActionScope, kindOf, slugOf } from "../../shared/domain/scope.ts";
import { pagePath } from "../../shared/mail/links.ts";
import { embeddedAction, embeddedFormPath } from "../../shared/table/embedded.ts";
import { scopeDetails } from "../../shared/table/scope.ts";
import { embedFormPage, embedProblemPage } from "../../web/pages/embed.tsx";
import type { Asked } from "../edge/asked.ts";
import type { Problem, Route } from "../edge/chain.ts";
import { formAgain } from "../edge/form-again.ts";
import { pageLocale } from "../edge/locale.ts";
import { framable } from "../edge/policy.ts";
import { viewOf } from "../edge/problem-page.ts";
import { html, type Reply, seeOther } from "../edge/reply.ts";
import type { Surroundings } from "../edge/surroundings.ts";
import { register } from "./register.ts";
import { sign } from "./sign.ts";

/**
 * A form in a frame on somebody else's site: the same signups, answered by pages that may stand in that frame. It needs
 * no cookie, so that a browser that gives frames none changes nothing.
 */
export function embeddedRoutes(surroundings: Surroundings) {
  const route: Route = {
    async handle(asked) {
      await take(surroundings, asked);
      return seeOther(pagePath(pageLocale(asked), "/embed/check-your-mail"));
    },
    show: (asked, problem, refusal) => showAgain(surroundings, asked, { problem, refusal }),
  };
  return { "POST /embed/form/{scope}": route, "POST /{locale}/embed/form/{scope}": route } as const;
}

async function take(surroundings: Surroundings, asked: Asked): Promise<void> {
  const { scope = "" } = asked.params;
  if (!isActionScope(scope)) throw new UnknownScope(scope.slice(0, 100));
  const one = { ...asked, params: { ...asked.params, slug: slugOf(scope) } };
  const kind = kindOf(scope);
  await (kind === "pledge" || kind === "statement"
    ? sign(surroundings, one, kind)
    : register(surroundings, one));
}

async function showAgain(
  surroundings: Surroundings,
  asked: Asked,
  { problem, refusal }: { problem: Problem; refusal: Refused | undefined },
): Promise<Reply> {
  const view = viewOf(surroundings, asked);
  const page = hasForm(refusal) && (await formPage(surroundings, asked, refusal).catch(() => undefined));
  return html(problem.status, page || embedProblemPage({ view, word: problem.type }), framable());
}

/** What a form can mend, or says beside itself, a fault of ours too. */
function hasForm(refusal: Refused | undefined): boolean {
  return (
    !refusal ||
    refusal instanceof InvalidRequest ||
    refusal instanceof ActionClosed ||
    refusal instanceof TextChanged
  );
}

/** The text that is in force now, not the copy of seconds ago: it may be why the form was not taken. */
async function formPage(surroundings: Surroundings, asked: Asked, refusal: Refused | undefined) {
  const { table, origin, clock } = surroundings;
  const { scope = "" } = asked.params;
  const view = viewOf(surroundings, asked);
  const details = isActionScope(scope) ? await scopeDetails(table, scope) : undefined;
  const seen = { locale: view.locale, origin, now: clock() };
  const action = details && (await embeddedAction(table, details, seen));
  const place = { action: embeddedFormPath(scope), source: "embed" };
  return action && embedFormPage({ view, action, place, form: formAgain(asked, refusal) });
}
