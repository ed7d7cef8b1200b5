import { EventQuery } from "../../shared/contracts/event-query.ts";
import { EventList } from "../../shared/contracts/events.ts";
import type { RouteKey } from "../../shared/contracts/routes.ts";
import { UnknownScope } from "../../shared/domain/refused.ts";
import { isSlug } from "../../shared/domain/scope.ts";
import { type Locale, nearestLocale } from "../../shared/locales/speak.ts";
import { calendarFile } from "../../shared/mail/calendar.ts";
import { calendarEntry } from "../../shared/mail/calendar-entry.ts";
import { findEvents, findPastEvents } from "../../shared/table/event-search.ts";
import { campaignDetails, type Event, eventDetails, isPublic } from "../../shared/table/scope.ts";
import type { Table } from "../../shared/table/table.ts";
import { campaignView, eventView } from "../../shared/table/views.ts";
import type { Asked } from "../edge/asked.ts";
import type { Routes } from "../edge/chain.ts";
import { check } from "../edge/check.ts";
import { cursorOf, readCursor } from "../edge/cursor.ts";
import { json, type Reply } from "../edge/reply.ts";
import { tagged } from "../edge/tagged.ts";

interface Surroundings {
  table: Table;
  origin: string;
  clock: () => Date;
}

const pageSize = 50;
/** A calendar has no pages. */
const calendarSize = 1000;
/** Nor does what was leave a calendar that somebody subscribes to on the day after. */
const calendarKeepsMs = 90 * 86_400_000;
const jsonType = "application/json; charset=utf-8";
const cached = { "cache-control": "public, max-age=30", "access-control-allow-origin": "*" };

/** Events and campaigns as JSON and as calendar files: read only, cached, without anything about anybody. */
export function eventsRoutes(surroundings: Surroundings): Routes<RouteKey<"events-api">> {
  const { table, clock } = surroundings;
  return {
    "GET /api/events": {
      async handle(asked) {
        const { cursor, ...filter } = check(EventQuery, asked.query);
        const list = filter.past ? "events.past" : "events";
        const page = { after: readCursor(cursor, list), limit: pageSize, now: clock() };
        const find = filter.past ? findPastEvents : findEvents;
        const { items, next } = await find(table, filter, page);
        const shown = items.map((event) => eventView(event, localeOf(asked), clock()));
        const body = JSON.stringify(EventList.parse({ items: shown, next: cursorOf(next, list) }));
        return tagged(asked, { body, headers: { ...cached, "content-type": jsonType } });
      },
    },
    "GET /api/events/{slug}": {
      async handle(asked) {
        // API Gateway takes no suffix behind a path's parameter, so the event's calendar file comes by this route too.
        const slug = asked.params.slug ?? "";
        if (slug.endsWith(".ics"))
          return calendar(surroundings, asked, [await knownEvent(table, slug.slice(0, -4))]);
        const event = await knownEvent(table, slug);
        return json(200, eventView(event, localeOf(asked), clock()), cached);
      },
    },
    "GET /api/events.ics": {
      async handle(asked) {
        const { cursor: _cursor, ...filter } = check(EventQuery, asked.query);
        const now = new Date(clock().getTime() - calendarKeepsMs);
        const { items } = await findEvents(table, filter, { limit: calendarSize, now });
        return calendar(surroundings, asked, items);
      },
    },
    "GET /api/campaigns/{slug}": {
      async handle(asked) {
        const { slug = "" } = asked.params;
        const campaign = isSlug(slug) ? await campaignDetails(table, `campaign.${slug}`) : undefined;
        if (campaign?.state !== "published") throw new UnknownScope(`campaign.${slug.slice(0, 64)}`);
        return json(200, campaignView(campaign, localeOf(asked)), cached);
      },
    },
  };
}

async function knownEvent(table: Table, slug: string): Promise<Event> {
  const event = isSlug(slug) ? await eventDetails(table, slug) : undefined;
  if (!event || !isPublic(event)) throw new UnknownScope(`event.${slug.slice(0, 64)}`);
  return event;
}

function localeOf(asked: Asked): Locale {
  return nearestLocale(asked.query.locale ?? asked.headers["accept-language"]);
}

function calendar({ origin }: Surroundings, asked: Asked, events: readonly Event[]): Reply {
  const entries = events.map((event) => calendarEntry(event, { locale: localeOf(asked), origin }));
  const filename = asked.routeKey.endsWith("events.ics") ? "events" : (events[0]?.slug ?? "event");
  return tagged(asked, {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": `attachment; filename="${filename}.ics"`,
      ...cached,
    },
    body: calendarFile(entries, new URL(origin).hostname),
  });
}
