import { LogoChange } from "../../shared/contracts/membership.ts";
import type { RouteKey } from "../../shared/contracts/routes.ts";
import { memberIn, memberSubject } from "../../shared/domain/member-id.ts";
import { InvalidLink, InvalidRequest, type Refused } from "../../shared/domain/refused.ts";
import type { Locale } from "../../shared/locales/speak.ts";
import { pagePath } from "../../shared/mail/links.ts";
import { drawnFrom, keepPicture } from "../../shared/pictures/take.ts";
import { usualDays } from "../../shared/table/reviews.ts";
import { joinPage } from "../../web/pages/join.tsx";
import type { Asked } from "../edge/asked.ts";
import type { Problem, Route, Routes } from "../edge/chain.ts";
import { check } from "../edge/check.ts";
import { formAgain } from "../edge/form-again.ts";
import { withPicture } from "../edge/form-files.ts";
import { signupLocale } from "../edge/locale.ts";
import { formOrProblem, pageOfProblem } from "../edge/problem-page.ts";
import { problemReply } from "../edge/problems.ts";
import { html, json, type Reply, seeOther } from "../edge/reply.ts";
import { linkOf } from "../edge/surroundings.ts";
import { apply } from "./apply.ts";
import { acted, isPageAsked, manageAgain, shown } from "./link-pages.ts";
import { linked } from "./linked.ts";
import { manageMember, memberVerbsIn } from "./manage-member.ts";
import type { Intake } from "./surroundings.ts";

export type IntakeGround = Intake & { linkSecret: () => Promise<string> };

/** What brings a picture: applying, and another logo by a member's link. */
export function intakeRoutes(ground: IntakeGround): Routes<RouteKey<"membership-intake">> {
  const applying = applyingRoute(ground);
  const logo = logoRoute(ground);
  return {
    "POST /api/members": applying,
    "POST /join": applying,
    "POST /{locale}/join": applying,
    "POST /api/manage/{token}/logo": logo,
    "POST /manage/{token}/logo": logo,
    "POST /{locale}/manage/{token}/logo": logo,
  };
}

/** Applying. Answers the same for a new and a known address or organization. */
function applyingRoute(surroundings: Intake): Route {
  return {
    files: withPicture("logo"),
    async handle(asked) {
      await apply(surroundings, asked.form ? { ...asked, body: choosing(asked.body) } : asked);
      if (!asked.form) return json(202, { status: "check-your-mail" });
      return seeOther(pagePath(formLocale(asked), "/check-your-mail?after=join"));
    },
    show: (asked, problem, refusal) =>
      asked.form ? joinAgain(surroundings, asked, { problem, refusal }) : problemReply(problem),
  };
}

/** A form always says which kind: one that is not chosen is not an expert's. */
function choosing(body: unknown): unknown {
  return typeof body === "object" && body !== null ? { kind: "", ...body } : body;
}

/** The form again, with what was typed and a message at each field at fault. */
async function joinAgain(
  { table, origin }: Intake,
  asked: Asked,
  { problem, refusal }: { problem: Problem; refusal: Refused | undefined },
): Promise<Reply> {
  const view = { locale: formLocale(asked), path: "/join", origin };
  if (refusal && !(refusal instanceof InvalidRequest))
    return html(problem.status, pageOfProblem(view, problem));
  return formOrProblem(view, problem, async () => {
    const form = formAgain(asked, refusal);
    const as = form.values.kind === "expert" ? "expert" : "organization";
    return joinPage({ view, as, form, usualDays: await usualDays(table) });
  });
}

function formLocale(asked: Asked): Locale {
  const { locale } = (asked.body ?? {}) as { locale?: unknown };
  return signupLocale(asked, typeof locale === "string" ? locale : undefined);
}

/** Another logo, or whether it is shown. Nothing is drawn for a link that could not use it. */
function logoRoute(ground: IntakeGround): Route {
  const { table, clock, pictures } = ground;
  return {
    files: withPicture("logo"),
    async handle(asked) {
      const link = await linkOf(ground, asked.params.token, ["manage"]);
      if (memberIn(link.subject) === undefined) throw new InvalidLink();
      const { member } = await linked(table, link);
      const { logo } = check(LogoChange, asked.body);
      const now = clock();
      const drawn =
        logo && memberVerbsIn(member, now).includes("logo")
          ? await drawnFrom(pictures, logo, "/logo")
          : undefined;
      const owner = memberSubject(member.id);
      const kept = drawn && (await keepPicture({ table, store: pictures.store }, { owner, drawn }, now));
      const done = await manageMember(ground, { link, verb: "logo", typed: asked.body, picture: kept }, now);
      return acted(asked, "manage", done, now);
    },
    show: (asked, problem, refusal) =>
      refusal instanceof InvalidRequest && isPageAsked(asked)
        ? manageAgain(ground, asked, { problem, refusal })
        : shown(ground, asked, problem),
  };
}
