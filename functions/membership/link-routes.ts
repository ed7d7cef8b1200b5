import * as z from "zod";
import { MemberLinkAnswer } from "../../shared/contracts/membership.ts";
import { type Link, linkToken, readLinkToken } from "../../shared/domain/link-token.ts";
import { memberIn, memberSubject } from "../../shared/domain/member-id.ts";
import { memberStateAt } from "../../shared/domain/member-states.ts";
import { proofPlaces } from "../../shared/domain/proof-places.ts";
import { InvalidRequest, UnknownVerb } from "../../shared/domain/refused.ts";
import { lastingUntil, pagePath } from "../../shared/mail/links.ts";
import { memberConfirmPage } from "../../web/pages/member-confirm.tsx";
import { memberManagePage } from "../../web/pages/member-manage.tsx";
import { memberSignPage } from "../../web/pages/member-sign.tsx";
import type { Asked } from "../edge/asked.ts";
import type { Problem, Route } from "../edge/chain.ts";
import { check } from "../edge/check.ts";
import { formAgain } from "../edge/form-again.ts";
import { pageLocale, signupLocale } from "../edge/locale.ts";
import { problemReplyPage, viewOf } from "../edge/problem-page.ts";
import { problemReply } from "../edge/problems.ts";
import { html, json, type Reply, seeOther } from "../edge/reply.ts";
import { linkOf, type Surroundings } from "../edge/surroundings.ts";
import { confirmMember } from "./confirm.ts";
import { confirmShows, entryView } from "./entry.ts";
import { type Linked, linked } from "./linked.ts";
import { isMemberOwnVerb, manageMember, memberVerbsIn } from "./manage-member.ts";
import { doStatementVerb, isStatementVerb, statementsFor, statementToSign } from "./statements.ts";

/**
 * The same links and pages serve participations and members: what a token is about decides. Routes that a member's links
 * have no part in stay as they are.
 */
export function withMemberLinks<Key extends string>(
  routes: Record<Key, Route>,
  surroundings: Surroundings,
): Record<Key, Route> {
  const own = memberLinkRoutes(surroundings);
  const both = Object.entries<Route>(routes).map(([key, route]) => {
    const members = own[key.replace("/{locale}/", "/")];
    return [key, members ? choosing(surroundings, members, route) : route];
  });
  return Object.fromEntries(both);
}

function choosing({ linkSecret }: Surroundings, members: Route, others: Route): Route {
  const chosen = async ({ params }: Asked) => {
    const link = readLinkToken(params.token ?? "", await linkSecret());
    return link && memberIn(link.subject) !== undefined ? members : others;
  };
  const { show } = others;
  return {
    handle: async (asked) => (await chosen(asked)).handle(asked),
    ...(show && {
      show: async (asked, problem, refusal) => ((await chosen(asked)).show ?? show)(asked, problem, refusal),
    }),
  };
}

const Verb = z.object({ verb: z.string("required").max(40, "too-long").optional() });

function memberLinkRoutes(surroundings: Surroundings): Partial<Record<string, Route>> {
  const { table, clock, personKey, linkSecret } = surroundings;
  const find = async (asked: Asked, purpose: "confirm" | "manage") =>
    linked(table, await linkOf(surroundings, asked.params.token, [purpose]));
  const doConfirm: Route = {
    async handle(asked) {
      const link = await linkOf(surroundings, asked.params.token, ["confirm"]);
      return acted(asked, "confirm", await confirmMember(table, link, clock()), clock());
    },
    show: (asked, problem) => shown(surroundings, asked, problem),
  };
  const doManage: Route = {
    async handle(asked) {
      const link = await linkOf(surroundings, asked.params.token, ["manage"]);
      const verb = asked.params.verb ?? check(Verb, asked.body).verb ?? "";
      if (isStatementVerb(verb)) {
        const standing = await linked(table, link);
        const signed = await doStatementVerb(table, { standing, verb, typed: asked.body }, clock());
        return acted(asked, "manage", signed, clock());
      }
      if (!isMemberOwnVerb(verb)) throw new UnknownVerb();
      const done = await manageMember(
        { table, personKey, linkSecret },
        { link, verb, typed: asked.body },
        clock(),
      );
      return acted(asked, "manage", done, clock());
    },
    show: (asked, problem, refusal) =>
      refusal instanceof InvalidRequest && isPageAsked(asked)
        ? manageAgain(surroundings, asked, { problem, refusal })
        : shown(surroundings, asked, problem),
  };
  const page = (show: (asked: Asked) => Promise<string>): Route => ({
    handle: async (asked) => html(200, await show(asked)),
    show: (asked, problem) => shown(surroundings, asked, problem),
  });
  return {
    "GET /api/confirmations/{token}": {
      handle: async (asked) => json(200, answerOf(await find(asked, "confirm"), "confirm", clock())),
    },
    "POST /api/confirmations/{token}": doConfirm,
    "GET /confirm/{token}": page(async (asked) =>
      confirmPage(surroundings, asked, await find(asked, "confirm")),
    ),
    "POST /confirm/{token}": doConfirm,
    "GET /api/manage/{token}": {
      handle: async (asked) => json(200, answerOf(await find(asked, "manage"), "manage", clock())),
    },
    "POST /api/manage/{token}": doManage,
    "POST /api/manage/{token}/{verb}": doManage,
    "GET /manage/{token}": page(async (asked) =>
      managePage(surroundings, asked, await find(asked, "manage")),
    ),
    "POST /manage/{token}": doManage,
    "POST /manage/{token}/{verb}": doManage,
  };
}

/** A form's answer is the page of the link; a program's is the new state and what can be done now. */
function acted(asked: Asked, page: "confirm" | "manage", done: Linked, now: Date): Reply {
  if (!isPageAsked(asked)) return json(200, answerOf(done, page, now));
  const locale = asked.path.startsWith("/api/")
    ? signupLocale(asked, done.contact.locale)
    : pageLocale(asked);
  return seeOther(pagePath(locale, `/${page}/${asked.params.token}`));
}

function isPageAsked(asked: Asked): boolean {
  return asked.form || !asked.path.startsWith("/api/");
}

function answerOf(standing: Linked, page: "confirm" | "manage", now: Date) {
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

async function confirmPage(surroundings: Surroundings, asked: Asked, standing: Linked): Promise<string> {
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

async function managePage(
  surroundings: Surroundings,
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
    entry: entryView(standing, await proofView(surroundings, standing)),
    verbs: memberVerbsIn(standing.member, surroundings.clock()),
    ...(ask !== undefined && isMemberOwnVerb(ask) && { asking: ask }),
    form,
  });
}

async function proofView({ linkSecret }: Surroundings, { member }: Linked) {
  const places = proofPlaces(member, await linkSecret());
  return {
    strong: member.strength === "strong",
    looked: member.looked !== undefined,
    ...(places && { host: places.record, url: places.file, value: places.value }),
  };
}

/** The page with the form that was not taken, what was typed in it, and what is wrong. */
async function manageAgain(
  surroundings: Surroundings,
  asked: Asked,
  { problem, refusal }: { problem: Problem; refusal: InvalidRequest },
): Promise<Reply> {
  const verb = asked.params.verb ?? String((asked.body as { verb?: unknown } | undefined)?.verb);
  if (!isMemberOwnVerb(verb)) return shown(surroundings, asked, problem);
  const link = await linkOf(surroundings, asked.params.token, ["manage"]);
  const standing = await linked(surroundings.table, link);
  const form = { verb, form: formAgain(asked, refusal) };
  return html(problem.status, await managePage(surroundings, asked, standing, form));
}

function shown(surroundings: Surroundings, asked: Asked, problem: Problem): Reply {
  return isPageAsked(asked) ? problemReplyPage(surroundings, asked, problem) : problemReply(problem);
}
