import * as z from "zod";
import { LinkAnswer } from "../../shared/contracts/participation.ts";
import type { RouteKey } from "../../shared/contracts/routes.ts";
import { UnknownVerb } from "../../shared/domain/refused.ts";
import type { Locale } from "../../shared/locales/speak.ts";
import { pagePath } from "../../shared/mail/links.ts";
import type { Participation } from "../../shared/table/participation.ts";
import { textIn } from "../../shared/table/views.ts";
import type { Asked } from "../edge/asked.ts";
import type { Problem, Route, Routes } from "../edge/chain.ts";
import { check } from "../edge/check.ts";
import { pageLocale, signupLocale } from "../edge/locale.ts";
import { problemReplyPage } from "../edge/problem-page.ts";
import { problemReply } from "../edge/problems.ts";
import { json, type Reply, seeOther } from "../edge/reply.ts";
import { linkOf, type Surroundings } from "../edge/surroundings.ts";
import { confirm } from "./confirm.ts";
import { doErase, withErasure } from "./erase-routes.ts";
import { linkedParticipation } from "./linked.ts";
import { isOwnVerb, manage, verbsIn } from "./manage.ts";
import * as pages from "./pages.ts";
import { prefer } from "./preferences.ts";
import { isProposal, linkedProposal, proposalAnswer, verifyProposal } from "./proposal.ts";
import { register } from "./register.ts";
import { confirmSignature, isOfSignature } from "./signatures.ts";
import { doSignatureVerb, pageOfLink, showSignature, signatureActed } from "./signing-routes.ts";
import { doUnsubscribe, showUnsubscribe, unsubscribeRoute } from "./unsubscribe.ts";

/** Signups, confirmations, and all that is done by a link: for programs as JSON, for people as pages and forms. */
export function participationRoutes(surroundings: Surroundings): Routes<RouteKey<"participation-api">> {
  const registering = registeringRoute(surroundings);
  const confirmPage = pageOfLink(surroundings, "confirm", pages.confirmRoute(surroundings));
  const managePage = withErasure(
    surroundings,
    pageOfLink(surroundings, "manage", pages.manageRoute(surroundings)),
  );
  const { showConfirm, doConfirm, showManage, doManage } = linkRoutes(surroundings);
  const stop = doUnsubscribe(surroundings);
  return {
    "POST /api/events/{slug}/registrations": registering,
    "POST /events/{slug}": registering,
    "POST /{locale}/events/{slug}": registering,
    "GET /api/confirmations/{token}": asJson(showConfirm),
    "POST /api/confirmations/{token}": doConfirm,
    "GET /confirm/{token}": confirmPage,
    "GET /{locale}/confirm/{token}": confirmPage,
    "POST /confirm/{token}": doConfirm,
    "POST /{locale}/confirm/{token}": doConfirm,
    "GET /api/manage/{token}": asJson(showManage),
    "POST /api/manage/{token}": doManage,
    "POST /api/manage/{token}/{verb}": doManage,
    "GET /manage/{token}": managePage,
    "GET /{locale}/manage/{token}": managePage,
    "POST /manage/{token}": doManage,
    "POST /{locale}/manage/{token}": doManage,
    "POST /manage/{token}/{verb}": doManage,
    "POST /{locale}/manage/{token}/{verb}": doManage,
    "GET /api/unsubscribe/{token}": asJson(showUnsubscribe(surroundings)),
    "POST /api/unsubscribe/{token}": stop,
    "GET /unsubscribe/{token}": unsubscribeRoute(surroundings),
    "GET /{locale}/unsubscribe/{token}": unsubscribeRoute(surroundings),
    "POST /unsubscribe/{token}": stop,
    "POST /{locale}/unsubscribe/{token}": stop,
  };
}

function asJson(show: (asked: Asked) => Promise<unknown>): Route {
  return { handle: async (asked) => json(200, await show(asked)) };
}

/** Answers the same for a new and a known address: with `202`, or for a form with a page that says to look at one's mail. */
function registeringRoute(surroundings: Surroundings): Route {
  return {
    async handle(asked) {
      await register(surroundings, asked);
      if (!asked.form) return json(202, { status: "check-your-mail" });
      return seeOther(pagePath(formLocale(asked), "/check-your-mail"));
    },
    show: (asked, problem, refusal) =>
      asked.form
        ? pages.eventFormAgain(surroundings, asked, { problem, refusal, locale: formLocale(asked) })
        : problemReply(problem),
  };
}

/** The language of the page that a form stands on: said by its path, or by its hidden field. */
function formLocale(asked: Asked): Locale {
  const { locale } = (asked.body ?? {}) as { locale?: unknown };
  return signupLocale(asked, typeof locale === "string" ? locale : undefined);
}

const Verb = z.object({ verb: z.string("required").max(40, "too-long").optional() });

function linkRoutes(surroundings: Surroundings) {
  const { table, clock } = surroundings;
  const answer = async (participation: Participation, locale: Locale, verbs: string[]) => {
    const details = await surroundings.scope(participation.scope);
    const { state, scope } = participation;
    return LinkAnswer.parse({ state, verbs, scope, title: details ? textIn(details.title, locale) : scope });
  };
  const acted = async (asked: Asked, page: string, participation: Participation): Promise<Reply> => {
    if (asked.form || !asked.path.startsWith("/api/")) {
      return seeOther(pagePath(pageLocaleOf(asked, participation), `/${page}/${asked.params.token}`));
    }
    return json(
      200,
      await answer(
        participation,
        signupLocale(asked, undefined),
        verbsIn(participation.state, participation.scope),
      ),
    );
  };
  const show = (asked: Asked, problem: Problem): Reply =>
    !asked.form && asked.path.startsWith("/api/")
      ? problemReply(problem)
      : problemReplyPage(surroundings, asked, problem);
  const doConfirm: Route = {
    async handle(asked) {
      const link = await linkOf(surroundings, asked.params.token, ["confirm"]);
      if (isOfSignature(link.subject))
        return signatureActed(surroundings, asked, {
          page: "confirm",
          participation: await confirmSignature(surroundings, link, clock()),
        });
      if (isProposal(link)) {
        const event = await verifyProposal(table, link, clock());
        return asked.form || !asked.path.startsWith("/api/")
          ? seeOther(pagePath(pageLocale(asked), `/confirm/${asked.params.token}`))
          : json(200, proposalAnswer(event, signupLocale(asked, undefined)));
      }
      return acted(asked, "confirm", await confirm(surroundings, link, clock()));
    },
    show,
  };
  const doManage: Route = {
    async handle(asked) {
      const link = await linkOf(surroundings, asked.params.token, ["manage"]);
      const verb = asked.params.verb ?? check(Verb, asked.body).verb ?? "";
      if (verb === "erase") return doErase(surroundings, asked);
      if (isOfSignature(link.subject)) return doSignatureVerb(surroundings, asked, link);
      if (verb === "prefer") {
        return acted(asked, "manage", await prefer(surroundings, { link, body: asked.body }));
      }
      if (!isOwnVerb(verb)) throw new UnknownVerb();
      return acted(asked, "manage", await manage(surroundings, { link, verb }, clock()));
    },
    show,
  };
  return {
    doConfirm,
    doManage,
    showConfirm: async (asked: Asked) => {
      const link = await linkOf(surroundings, asked.params.token, ["confirm"]);
      if (isOfSignature(link.subject)) return showSignature(surroundings, asked, link);
      if (isProposal(link))
        return proposalAnswer(await linkedProposal(table, link), signupLocale(asked, undefined));
      const participation = await linkedParticipation(table, link, clock());
      const verbs = participation.state === "pending" ? ["confirm"] : [];
      return answer(participation, signupLocale(asked, undefined), verbs);
    },
    showManage: async (asked: Asked) => {
      const link = await linkOf(surroundings, asked.params.token, ["manage"]);
      if (isOfSignature(link.subject)) return showSignature(surroundings, asked, link);
      const participation = await linkedParticipation(table, link, clock());
      return answer(
        participation,
        signupLocale(asked, undefined),
        verbsIn(participation.state, participation.scope),
      );
    },
  };
}

/** A form on an API path goes back to the page in the language that the participation was made in. */
function pageLocaleOf(asked: Asked, participation: Participation): Locale {
  return asked.path.startsWith("/api/") ? signupLocale(asked, participation.locale) : pageLocale(asked);
}
