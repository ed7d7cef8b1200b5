import { eventStatus } from "../../shared/domain/event-openness.ts";
import { type Link, readLinkToken } from "../../shared/domain/link-token.ts";
import { InvalidLink, NotPossible } from "../../shared/domain/refused.ts";
import { proposalSlug } from "../../shared/mail/owed-proposals.ts";
import { headlineOf } from "../../shared/table/counts.ts";
import { reportOn } from "../../shared/table/report.ts";
import {
  type Campaign,
  campaignDetails,
  type Event,
  eventDetails,
  isPublic,
} from "../../shared/table/scope.ts";
import type { Table } from "../../shared/table/table.ts";
import { picturedIn, textIn } from "../../shared/table/views.ts";
import { organizePage } from "../../web/pages/organize.tsx";
import type { FormView } from "../../web/view.ts";
import type { Asked } from "../edge/asked.ts";
import { viewOf } from "../edge/problem-page.ts";

/** What the page of whoever proposed an event is made from. */
export interface OwnPages {
  table: Table;
  origin: string;
  linkSecret: () => Promise<string>;
  clock: () => Date;
}

/** The page, with a form that was not taken: the report, or that of the picture. */
export async function organizePageFor(
  pages: OwnPages,
  asked: Asked,
  again: { form?: FormView; pictureForm?: FormView } = {},
): Promise<string> {
  const { table, clock } = pages;
  const event = await ownEvent(pages, asked);
  const now = clock();
  const [count, reported, campaign] = await Promise.all([
    headlineOf(table, { scope: event.scope, details: event }, now),
    reportOn(table, event.scope),
    campaignDetails(table, event.campaign),
  ]);
  const view = viewOf(pages, asked);
  const { slug, startsAt, timeZone, capacity } = event;
  const status = eventStatus(event, now);
  return organizePage({
    ...{ view, slug, startsAt, timeZone, capacity, status, ...again },
    token: asked.params.token ?? "",
    title: textIn(event.title, view.locale),
    registered: count.actions,
    hasBegun: status !== "cancelled" && new Date(startsAt) <= now,
    reported: reported && { n: reported.reported, evidence: reported.evidence },
    picture: event.picture && picturedIn(event.picture, view.locale),
    mayReplace: mayReplace(event, campaign),
  });
}

/** The event of the link's holder, once the public knows it; throws `InvalidLink` or `NotPossible("link-expired")`. */
export async function ownEvent({ table, linkSecret, clock }: OwnPages, asked: Asked): Promise<Event> {
  const link: Link | undefined = readLinkToken(asked.params.token ?? "", await linkSecret());
  const slug = link?.purpose === "organize" ? proposalSlug(link.subject) : undefined;
  if (!link || slug === undefined) throw new InvalidLink();
  if (link.expires * 1000 <= clock().getTime()) throw new NotPossible("link-expired");
  const event = await eventDetails(table, slug);
  if (event?.proposer !== link.person || !isPublic(event)) throw new InvalidLink();
  return event;
}

/**
 * Whether its proposer may show another picture at once, as what they proposed was: theirs is a member's event, in a campaign
 * that publishes those (docs/adr/0023). Of all others an organizer has seen what the public sees.
 */
export function mayReplace({ member }: Event, campaign: Campaign | undefined): boolean {
  return member !== undefined && campaign?.publishesMembersEvents === true;
}
