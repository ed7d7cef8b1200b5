import { CheckIn } from "../../shared/contracts/attendance.ts";
import type { RouteKey } from "../../shared/contracts/routes.ts";
import { type Link, readLinkToken } from "../../shared/domain/link-token.ts";
import { counts } from "../../shared/domain/participation-states.ts";
import { InvalidLink, NotPossible } from "../../shared/domain/refused.ts";
import { isActionScope } from "../../shared/domain/scope.ts";
import { pagePath } from "../../shared/mail/links.ts";
import { participationOf } from "../../shared/table/participation.ts";
import { type Event, scopeDetails } from "../../shared/table/scope.ts";
import type { Table } from "../../shared/table/table.ts";
import { textIn } from "../../shared/table/views.ts";
import { checkInPage } from "../../web/pages/check-in.tsx";
import { ticketPage } from "../../web/pages/ticket.tsx";
import type { Asked } from "../edge/asked.ts";
import type { Route, Routes } from "../edge/chain.ts";
import { check } from "../edge/check.ts";
import { pageLocale } from "../edge/locale.ts";
import { withDoorWorker } from "../edge/policy.ts";
import { problemReplyPage, viewOf } from "../edge/problem-page.ts";
import { problemReply } from "../edge/problems.ts";
import { html, json, type Reply, seeOther } from "../edge/reply.ts";
import { checkIn } from "./check-in.ts";
import { everybody, shownAtDoor } from "./door-list.ts";
import { organizeRoutes } from "./organize-routes.ts";

export interface Door {
  table: Table;
  origin: string;
  linkSecret: () => Promise<string>;
  clock: () => Date;
  /** Random; names an entry of the audit list. */
  id: () => string;
  /** The script of the door's service worker. */
  worker: () => string;
}

/** What stands in a token's place where the door's worker is asked for; no token has a dot. */
const workerName = "worker.js";

/** The door of an event, by a link that staff make for it; and a registrant's own ticket. */
export function doorRoutes(door: Door): Routes<RouteKey<"events-door">> {
  const list = listRoute(door);
  const tick = tickRoute(door);
  const ticket = ticketRoute(door);
  return {
    "GET /check-in/{token}": list,
    "GET /{locale}/check-in/{token}": list,
    "POST /check-in/{token}": tick,
    "POST /{locale}/check-in/{token}": tick,
    "POST /api/check-in/{token}": tick,
    "GET /ticket/{token}": ticket,
    "GET /{locale}/ticket/{token}": ticket,
    ...organizeRoutes(door),
  };
}

function listRoute(door: Door): Route {
  return {
    async handle(asked) {
      if (asked.params.token === workerName) return worker(door);
      const { event } = await doorOf(door, asked, "check-in");
      const q = (asked.query.q ?? "").slice(0, 100);
      const registered = await everybody(door.table, event);
      const { all } = registered;
      const view = viewOf(door, asked);
      const title = textIn(event.title, view.locale);
      const token = asked.params.token ?? "";
      const came = all.filter(({ state }) => state === "attended").length;
      return html(
        200,
        checkInPage({
          ...{ view, token, title, q, came, said: asked.query.said },
          ...shownAtDoor(registered, q),
          ...{ all: all.length, asOf: door.clock().getTime() },
        }),
        withDoorWorker(),
      );
    },
    show: (asked, problem) => problemReplyPage(door, asked, problem),
  };
}

/** Asked for anew at each visit, as browsers do with workers; from here, since it rules over the folder it comes from. */
function worker(door: Door): Reply {
  return {
    statusCode: 200,
    headers: { "content-type": "text/javascript; charset=utf-8", "cache-control": "no-cache" },
    body: door.worker(),
  };
}

function tickRoute(door: Door): Route {
  return {
    async handle(asked) {
      const { link } = await doorOf(door, asked, "check-in");
      const { person, ticket, attended } = check(CheckIn, asked.body);
      const who = person ?? (await ticketHolder(door, ticket ?? "", link));
      const scope = isActionScope(link.subject) ? link.subject : undefined;
      if (!scope) throw new InvalidLink();
      const { state } = await checkIn(door.table, { scope, person: who, attended }, door.clock());
      if (asked.path.startsWith("/api/")) return json(200, { person: who, state });
      return seeOther(`${pagePath(pageLocale(asked), `/check-in/${asked.params.token}`)}?said=${state}`);
    },
    show: (asked, problem) =>
      asked.path.startsWith("/api/") ? problemReply(problem) : problemReplyPage(door, asked, problem),
  };
}

function ticketRoute(door: Door): Route {
  return {
    async handle(asked) {
      const { link, event } = await doorOf(door, asked, "ticket");
      const participation = await participationOf(door.table, link.person, event.scope);
      if (participation?.generation !== link.generation) throw new InvalidLink();
      if (!counts(participation.state)) throw new NotPossible("not-confirmed");
      const view = viewOf(door, asked);
      const url = `${door.origin}/ticket/${asked.params.token}`;
      const { startsAt, timeZone, place } = event;
      return html(
        200,
        ticketPage({
          view,
          title: textIn(event.title, view.locale),
          url,
          startsAt,
          timeZone,
          place: place?.name,
        }),
      );
    },
    show: (asked, problem) => problemReplyPage(door, asked, problem),
  };
}

async function doorOf(
  { table, linkSecret, clock }: Door,
  asked: Asked,
  purpose: "check-in" | "ticket",
): Promise<{ link: Link; event: Event }> {
  const link = readLinkToken(asked.params.token ?? "", await linkSecret());
  if (link?.purpose !== purpose || !isActionScope(link.subject)) throw new InvalidLink();
  if (link.expires * 1000 <= clock().getTime()) throw new NotPossible("link-expired");
  const event = await scopeDetails(table, link.subject);
  if (event?.kind !== "event") throw new InvalidLink();
  return { link, event };
}

/** Whose ticket it is, if it is one of this event and its registration still stands as it was. */
async function ticketHolder({ table, linkSecret }: Door, ticket: string, door: Link): Promise<string> {
  const link = readLinkToken(ticket, await linkSecret());
  if (link?.purpose !== "ticket" || link.subject !== door.subject || !isActionScope(link.subject))
    throw new InvalidLink();
  const participation = await participationOf(table, link.person, link.subject);
  if (participation?.generation !== link.generation) throw new InvalidLink();
  return link.person;
}
