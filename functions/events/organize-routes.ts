import { AttendanceReport } from "../../shared/contracts/attendance.ts";
import { eventStatus } from "../../shared/domain/event-openness.ts";
import { type Link, readLinkToken } from "../../shared/domain/link-token.ts";
import { InvalidLink, InvalidRequest, NotPossible } from "../../shared/domain/refused.ts";
import { pagePath } from "../../shared/mail/links.ts";
import { proposalSlug } from "../../shared/mail/owed-proposals.ts";
import { countOf } from "../../shared/table/counts.ts";
import { reportOn } from "../../shared/table/report.ts";
import { type Event, eventDetails, isPublic } from "../../shared/table/scope.ts";
import { textIn } from "../../shared/table/views.ts";
import { organizePage } from "../../web/pages/organize.tsx";
import type { FormView } from "../../web/view.ts";
import type { Asked } from "../edge/asked.ts";
import type { Route } from "../edge/chain.ts";
import { check } from "../edge/check.ts";
import { formAgain } from "../edge/form-again.ts";
import { pageLocale } from "../edge/locale.ts";
import { problemReplyPage, viewOf } from "../edge/problem-page.ts";
import { html, seeOther } from "../edge/reply.ts";
import type { Door } from "./door-routes.ts";
import { report } from "./report.ts";

/** The page of whoever proposed an event, by the link in their mails: how it stands, and how many came. */
export function organizeRoutes(door: Door) {
  const show: Route = {
    async handle(asked) {
      return html(200, await pageOf(door, asked));
    },
    show: (asked, problem) => problemReplyPage(door, asked, problem),
  };
  const take: Route = {
    async handle(asked) {
      const event = await ownEvent(door, asked);
      const said = check(AttendanceReport, asked.body);
      await report(door, event, { ...said, who: "proposer" });
      return seeOther(pagePath(pageLocale(asked), `/organize/${asked.params.token}`));
    },
    show: async (asked, problem, refusal) =>
      refusal instanceof InvalidRequest
        ? html(problem.status, await pageOf(door, asked, formAgain(asked, refusal)))
        : problemReplyPage(door, asked, problem),
  };
  return {
    "GET /organize/{token}": show,
    "GET /{locale}/organize/{token}": show,
    "POST /organize/{token}": take,
    "POST /{locale}/organize/{token}": take,
  };
}

async function pageOf(door: Door, asked: Asked, form?: FormView): Promise<string> {
  const { table, clock } = door;
  const event = await ownEvent(door, asked);
  const now = clock();
  const [count, reported] = await Promise.all([
    countOf(table, { scope: event.scope, details: event }, now),
    reportOn(table, event.scope),
  ]);
  const view = viewOf(door, asked);
  const { slug, startsAt, timeZone, capacity } = event;
  const status = eventStatus(event, now);
  return organizePage({
    ...{ view, slug, startsAt, timeZone, capacity, status, form },
    token: asked.params.token ?? "",
    title: textIn(event.title, view.locale),
    registered: count.actions,
    hasBegun: status !== "cancelled" && new Date(startsAt) <= now,
    reported: reported && { n: reported.reported, evidence: reported.evidence },
  });
}

/** The event of the link's holder, once the public knows it; throws `InvalidLink` or `NotPossible("link-expired")`. */
async function ownEvent({ table, linkSecret, clock }: Door, asked: Asked): Promise<Event> {
  const link: Link | undefined = readLinkToken(asked.params.token ?? "", await linkSecret());
  const slug = link?.purpose === "organize" ? proposalSlug(link.subject) : undefined;
  if (!link || slug === undefined) throw new InvalidLink();
  if (link.expires * 1000 <= clock().getTime()) throw new NotPossible("link-expired");
  const event = await eventDetails(table, slug);
  if (event?.proposer !== link.person || !isPublic(event)) throw new InvalidLink();
  return event;
}
