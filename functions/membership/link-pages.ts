import { MemberLinkAnswer } from "../../shared/contracts/membership.ts";
import { type Link, linkToken } from "../../shared/domain/link-token.ts";
import { memberSubject } from "../../shared/domain/member-id.ts";
import { memberStateAt } from "../../shared/domain/member-states.ts";
import { proofPlaces } from "../../shared/domain/proof-places.ts";
import type { Refused } from "../../shared/domain/refused.ts";
import { lastingUntil, pagePath } from "../../shared/mail/links.ts";
import { isOpen, wishOf } from "../../shared/table/member-wish.ts";
import { memberConfirmPage } from "../../web/pages/member-confirm.tsx";
import { memberManagePage } from "../../web/pages/member-manage.tsx";
import { memberSignPage } from "../../web/pages/member-sign.tsx";
import type { Asked } from "../edge/asked.ts";
import type { Problem } from "../edge/chain.ts";
import { formAgain } from "../edge/form-again.ts";
import { pageLocale, signupLocale } from "../edge/locale.ts";
import { problemReplyPage, viewOf } from "../edge/problem-page.ts";
import { problemReply } from "../edge/problems.ts";
import { html, json, type Reply, seeOther } from "../edge/reply.ts";
import { linkOf, type Surroundings } from "../edge/surroundings.ts";
import { confirmShows, entryView } from "./entry.ts";
import { type KeptPictures, keptView } from "./kept-picture.ts";
import { type Linked, linked } from "./linked.ts";
import { isMemberOwnVerb, memberVerbsIn } from "./manage-member.ts";
import { statementsFor, statementToSign } from "./statements.ts";

/** What the pages of a member's links need from outside. */
export type LinkGround = Pick<Surroundings, "table" | "origin" | "linkSecret" | "clock"> & KeptPictures;

/** A form's answer is the page of the link; a program's is the new state and what can be done now. */
export function acted(asked: Asked, page: "confirm" | "manage", done: Linked, now: Date): Reply {
  if (!isPageAsked(asked)) return json(200, answerOf(done, page, now));
  const locale = asked.path.startsWith("/api/")
    ? signupLocale(asked, done.contact.locale)
    : pageLocale(asked);
  return seeOther(pagePath(locale, `/${page}/${asked.params.token}`));
}

export function isPageAsked(asked: Asked): boolean {
  return asked.form || !asked.path.startsWith("/api/");
}

export function answerOf(standing: Linked, page: "confirm" | "manage", now: Date) {
  const { member } = standing;
  const state = memberStateAt(member, now);
  const confirmable = ["pending", "invited"].includes(confirmShows(standing, now));
  const verbs = page === "manage" ? memberVerbsIn(member, now) : confirmable ? ["confirm"] : [];
  return MemberLinkAnswer.parse({
    state: state === "absent" ? "expired" : state,
    verbs,
    scope: memberSubject(member.id),
    title: member.name,
  });
}

export async function confirmPage(surroundings: LinkGround, asked: Asked, standing: Linked): Promise<string> {
  const { member, contact } = standing;
  const link: Link = {
    purpose: "manage",
    person: contact.person,
    subject: memberSubject(member.id),
    generation: contact.generation,
    expires: lastingUntil(contact.createdAt),
  };
  return memberConfirmPage({
    view: viewOf(surroundings, asked),
    token: asked.params.token ?? "",
    name: member.name,
    shown: confirmShows(standing, surroundings.clock()),
    usualDays: member.expectedDays,
    ...(contact.state === "confirmed" && { manageToken: linkToken(link, await surroundings.linkSecret()) }),
  });
}

export async function managePage(
  surroundings: LinkGround,
  asked: Asked,
  standing: Linked,
  form?: Parameters<typeof memberManagePage>[0]["form"],
): Promise<string> {
  const { ask, statement = "" } = asked.query;
  const { table, origin } = surroundings;
  const view = viewOf(surroundings, asked);
  const seen = { locale: view.locale, origin, now: surroundings.clock() };
  const toSign = ask === "sign" ? await statementToSign(table, statement, seen) : undefined;
  if (toSign) return memberSignPage({ view, token: asked.params.token ?? "", statement: toSign });
  return memberManagePage({
    view,
    statements: await statementsFor(table, standing, seen),
    token: asked.params.token ?? "",
    entry: await ownEntry(surroundings, standing),
    verbs: memberVerbsIn(standing.member, surroundings.clock()),
    ...(ask !== undefined && isMemberOwnVerb(ask) && { asking: ask }),
    form,
  });
}

async function ownEntry(surroundings: LinkGround, standing: Linked) {
  const wish = await wishOf(surroundings.table, standing.member);
  const [proof, logo, wished] = await Promise.all([
    proofView(surroundings, standing),
    keptView(surroundings, standing.member.logo),
    keptView(surroundings, isOpen(wish) ? wish.logo : undefined),
  ]);
  return entryView(standing, { proof, wish, logo, wished });
}

async function proofView({ linkSecret }: LinkGround, { member }: Linked) {
  const places = proofPlaces(member, await linkSecret());
  return {
    strong: member.strength === "strong",
    looked: member.looked !== undefined,
    ...(places && { host: places.record, url: places.file, value: places.value }),
  };
}

/** The page with the form that was not taken, what was typed in it, and what is wrong. */
export async function manageAgain(
  surroundings: LinkGround,
  asked: Asked,
  { problem, refusal }: { problem: Problem; refusal: Refused },
): Promise<Reply> {
  const verb = verbOf(asked) ?? "";
  if (!isMemberOwnVerb(verb)) return shown(surroundings, asked, problem);
  const link = await linkOf(surroundings, asked.params.token, ["manage"]);
  const standing = await linked(surroundings.table, link);
  const form = { verb, form: formAgain(asked, refusal) };
  return html(problem.status, await managePage(surroundings, asked, standing, form));
}

/** The verb in the path, or in the body; the logo's path is one of its own. */
export function verbOf({ routeKey, params, body }: Asked): string | undefined {
  if (routeKey.endsWith("/logo")) return "logo";
  return params.verb ?? (body as { verb?: string } | undefined)?.verb;
}

export function shown(surroundings: LinkGround, asked: Asked, problem: Problem): Reply {
  return isPageAsked(asked) ? problemReplyPage(surroundings, asked, problem) : problemReply(problem);
}
