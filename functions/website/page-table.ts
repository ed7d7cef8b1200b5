import { EventQuery } from "../../shared/contracts/event-query.ts";
import { leadingCampaign } from "../../shared/domain/leading-campaign.ts";
import { nowAndNext } from "../../shared/domain/now-and-next.ts";
import { isSlug } from "../../shared/domain/scope.ts";
import { countOf, headlineOf } from "../../shared/table/counts.ts";
import { findEvents, findPastEvents } from "../../shared/table/event-search.ts";
import {
  campaignDetails,
  type Event,
  eventDetails,
  isPublic,
  publishedScopes,
  type ScopeItem,
} from "../../shared/table/scope.ts";
import type { Table } from "../../shared/table/table.ts";
import { campaignView, eventView } from "../../shared/table/views.ts";
import { accessibilityPage } from "../../web/pages/accessibility.tsx";
import { campaignPage } from "../../web/pages/campaign.tsx";
import { checkYourMailPage } from "../../web/pages/check-your-mail.tsx";
import { eventPage } from "../../web/pages/event.tsx";
import { eventsPage } from "../../web/pages/events.tsx";
import { homePage } from "../../web/pages/home.tsx";
import { privacyPage } from "../../web/pages/privacy.tsx";
import { proposePage } from "../../web/pages/propose.tsx";
import type { StaffDoor } from "../../web/pages/staff.tsx";
import type { EventView, View } from "../../web/view.ts";
import type { Asked } from "../edge/asked.ts";
import { cursorOf, placeIn } from "../edge/cursor.ts";
import { data } from "./data-page.ts";
import { embedPages } from "./embed-pages.ts";
import { join, member, members } from "./member-pages.ts";
import { signingPages } from "./signing-pages.ts";

export interface Surroundings {
  table: Table;
  origin: string;
  clock: () => Date;
  staff: StaffDoor;
  /** One in how many views of a form is told. */
  seenOneIn: number;
}

export interface Visit extends Surroundings {
  view: View;
  asked: Asked;
  params: Record<string, string | undefined>;
}

/** Makes a page, or undefined where there is none of that name. */
type Page = (visit: Visit) => Promise<string | undefined> | string;

/** Every page by its path, without the language in front. */
const pages: [URLPattern, Page][] = Object.entries({
  "/": home,
  "/campaigns/:slug": campaign,
  "/events": events,
  "/events/propose": ({ view }) => proposePage({ view }),
  "/events/:slug": event,
  "/join": join,
  "/members": members,
  "/members/:id": member,
  ...signingPages,
  ...embedPages,
  "/check-your-mail": ({ view, asked }) => checkYourMailPage({ view, after: asked.query.after }),
  "/data": data,
  "/privacy": ({ view }) => privacyPage({ view }),
  "/accessibility": ({ view }) => accessibilityPage({ view }),
} satisfies Record<string, Page>).map(([pathname, page]) => [new URLPattern({ pathname }), page]);

/** Whether there is a page of such a path, not whether what it names exists. */
export function hasPage(pathname: string): boolean {
  return pages.some(([pattern]) => pattern.test({ pathname }));
}

export async function pageFor(
  surroundings: Surroundings,
  view: View,
  asked: Asked,
): Promise<string | undefined> {
  for (const [pattern, page] of pages) {
    const found = pattern.exec({ pathname: view.path });
    if (found) return page({ ...surroundings, view, asked, params: found.pathname.groups });
  }
  return undefined;
}

async function home({ table, view, clock }: Visit): Promise<string> {
  const now = clock();
  const [published, coming] = await Promise.all([
    publishedScopes(table, "campaign"),
    findEvents(table, {}, { limit: 6, now }),
  ]);
  const campaigns = published.filter((item) => item.kind === "campaign");
  const days = await openDays(table, campaigns, { view, now });
  const leading = leadingCampaign(campaigns, new Set(days.map(({ slug }) => slug)), now);
  const count = leading && (await countOf(table, { scope: leading.scope, details: leading }, now));
  return homePage({
    view,
    ...(leading && count && { campaign: campaignView(leading, view.locale), count }),
    day: days.find(({ slug }) => slug === leading?.slug),
    further: campaigns
      .filter((campaign) => campaign !== leading)
      .map((campaign) => campaignView(campaign, view.locale)),
    events: eventsOf(coming.items, view, now),
  });
}

/** The campaigns' own events, which bear their slugs, as far as they take registrations. */
async function openDays(
  table: Table,
  campaigns: readonly ScopeItem[],
  { view, now }: { view: View; now: Date },
): Promise<EventView[]> {
  const days = await Promise.all(campaigns.map(({ slug }) => eventDetails(table, slug)));
  const known = days.filter((day): day is Event => day !== undefined && isPublic(day));
  return eventsOf(known, view, now).filter(({ status }) => status === "open");
}

async function campaign({ table, view, params, clock }: Visit): Promise<string | undefined> {
  const details = await slugged(params.slug, (slug) => campaignDetails(table, `campaign.${slug}`));
  if (!details || !isPublic(details)) return undefined;
  const now = clock();
  const [count, coming] = await Promise.all([
    countOf(table, { scope: details.scope, details }, now),
    findEvents(table, { campaign: details.slug }, { limit: 100, now }),
  ]);
  const events = eventsOf(coming.items, view, now);
  return campaignPage({
    view,
    campaign: campaignView(details, view.locale),
    isClosed: details.state === "closed",
    count,
    events,
    nowAndNext: nowAndNext(events, details.slug, now),
  });
}

async function events({ table, view, clock, asked }: Visit): Promise<string> {
  // A filter that cannot be read is none: a page is not the place for a problem document.
  const { cursor, ...filter } = EventQuery.safeParse(asked.query).data ?? {};
  const now = clock();
  const find = filter.past ? findPastEvents : findEvents;
  const list = filter.past ? "past" : "coming";
  const { items, next } = await find(table, filter, { after: placeIn(cursor, list), limit: 100, now });
  return eventsPage({ view, events: eventsOf(items, view, now), filter, next: cursorOf(next, list) });
}

async function event({ table, view, params, clock }: Visit): Promise<string | undefined> {
  const details = await slugged(params.slug, (slug) => eventDetails(table, slug));
  if (!details || !isPublic(details)) return undefined;
  const now = clock();
  const [count, own] = await Promise.all([
    headlineOf(table, { scope: details.scope, details }, now),
    campaignDetails(table, details.campaign),
  ]);
  if (!own) return undefined;
  return eventPage({
    view,
    event: eventView(details, view.locale, now),
    campaign: campaignView(own, view.locale),
    count,
  });
}

function eventsOf(items: readonly ScopeItem[], view: View, now: Date) {
  return items.filter((item) => item.kind === "event").map((item) => eventView(item, view.locale, now));
}

async function slugged<Found>(slug: string | undefined, find: (slug: string) => Promise<Found>) {
  return slug !== undefined && isSlug(slug) ? find(slug) : undefined;
}
