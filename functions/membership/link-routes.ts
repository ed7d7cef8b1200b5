import * as z from "zod";
import { readLinkToken } from "../../shared/domain/link-token.ts";
import { memberIn } from "../../shared/domain/member-id.ts";
import { ChangedMeanwhile, InvalidRequest, UnknownVerb } from "../../shared/domain/refused.ts";
import type { Asked } from "../edge/asked.ts";
import type { Route } from "../edge/chain.ts";
import { check } from "../edge/check.ts";
import { html, json } from "../edge/reply.ts";
import { linkOf, type Surroundings } from "../edge/surroundings.ts";
import { confirmMember } from "./confirm.ts";
import type { KeptPictures } from "./kept-picture.ts";
import { acted, answerOf, confirmPage, isPageAsked, manageAgain, managePage, shown } from "./link-pages.ts";
import { linked } from "./linked.ts";
import { isMemberOwnVerb, manageMember } from "./manage-member.ts";
import { doStatementVerb, isStatementVerb } from "./statements.ts";
import type { Retention } from "./surroundings.ts";

/**
 * The same links and pages serve participations and members: what a token is about decides. Routes that a member's links
 * have no part in stay as they are.
 */
export function withMemberLinks<Key extends string>(
  routes: Record<Key, Route>,
  surroundings: Surroundings & { retention: Retention } & KeptPictures,
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

function memberLinkRoutes(
  surroundings: Surroundings & { retention: Retention } & KeptPictures,
): Partial<Record<string, Route>> {
  const { table, clock } = surroundings;
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
      const done = await manageMember(surroundings, { link, verb, typed: asked.body }, clock());
      return acted(asked, "manage", done, clock());
    },
    show: (asked, problem, refusal) =>
      (refusal instanceof InvalidRequest || refusal instanceof ChangedMeanwhile) && isPageAsked(asked)
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
