import type { RouteKey } from "../../shared/contracts/routes.ts";
import type { Locale } from "../../shared/locales/speak.ts";
import { pagePath } from "../../shared/mail/links.ts";
import type { SignableKind } from "../../shared/table/scope.ts";
import type { Asked } from "../edge/asked.ts";
import type { Route, Routes } from "../edge/chain.ts";
import { signupLocale } from "../edge/locale.ts";
import { problemReply } from "../edge/problems.ts";
import { json, seeOther } from "../edge/reply.ts";
import type { Surroundings } from "../edge/surroundings.ts";
import { embeddedRoutes } from "./embedded.ts";
import { sign } from "./sign.ts";
import { signFormAgain } from "./signature-pages.ts";

/** Signing, as a program and as a form; and all forms that stand in a frame on another site. */
export function signRoutes(surroundings: Surroundings): Routes<RouteKey<"participation-sign">> {
  const pledge = signingRoute(surroundings, "pledge");
  const statement = signingRoute(surroundings, "statement");
  return {
    "POST /api/pledges/{slug}/signatures": pledge,
    "POST /pledges/{slug}": pledge,
    "POST /{locale}/pledges/{slug}": pledge,
    "POST /api/statements/{slug}/signatures": statement,
    "POST /statements/{slug}": statement,
    "POST /{locale}/statements/{slug}": statement,
    ...embeddedRoutes(surroundings),
  };
}

/** Answers the same for a new and a known address: with `202`, or for a form with a page that says to look at one's mail. */
function signingRoute(surroundings: Surroundings, kind: SignableKind): Route {
  return {
    async handle(asked) {
      await sign(surroundings, asked, kind);
      if (!asked.form) return json(202, { status: "check-your-mail" });
      return seeOther(pagePath(formLocale(asked), "/check-your-mail"));
    },
    show: (asked, problem, refusal) =>
      asked.form
        ? signFormAgain(surroundings, asked, { kind, problem, refusal, locale: formLocale(asked) })
        : problemReply(problem),
  };
}

/** The language of the page that a form stands on: said by its path, or by its hidden field. */
function formLocale(asked: Asked): Locale {
  const { locale } = (asked.body ?? {}) as { locale?: unknown };
  return signupLocale(asked, typeof locale === "string" ? locale : undefined);
}
