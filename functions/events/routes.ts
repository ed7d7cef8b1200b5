import * as z from "zod";
import type { RouteKey } from "../../shared/contracts/routes.ts";
import { UnknownScope } from "../../shared/domain/refused.ts";
import { isSlug } from "../../shared/domain/scope.ts";
import { type Locale, nearestLocale } from "../../shared/locales/speak.ts";
import { calendarFile } from "../../shared/mail/calendar.ts";
import { calendarEntry } from "../../shared/mail/calendar-entry.ts";
import { campaignDetails, type Event, eventDetails, publishedScopes } from "../../shared/table/scope.ts";
import type { Table } from "../../shared/table/table.ts";
import { campaignView, eventView } from "../../shared/table/views.ts";
import type { Asked } from "../edge/asked.ts";
import type { Routes } from "../edge/chain.ts";
import { check } from "../edge/check.ts";
import { json, type Reply } from "../edge/reply.ts";

interface Surroundings {
  table: Table;
  origin: string;
  clock: () => Date;
}

const pageSize = 50;
const Page = z.object({ cursor: z.string().max(300, "too-long").optional() });
const cached = { "cache-control": "public, max-age=30", "access-control-allow-origin": "*" };

/** Events and campaigns as JSON and as calendar files: read only, cached, without anything about anybody. */
export function eventsRoutes(surroundings: Surroundings): Routes<RouteKey<"events-api">> {
  const { table, clock } = surroundings;
  return {
    "GET /api/events": {
      async handle(asked) {
        const { cursor } = check(Page, asked.query);
        const after = cursor && Buffer.from(cursor, "base64url").toString("utf8");
        const found = await publishedScopes(table, "event", { after, limit: pageSize });
        const items = found.filter((item) => item.kind === "event");
        const last = found.length === pageSize ? found.at(-1)?.listSk : undefined;
        const next = last ? Buffer.from(last, "utf8").toString("base64url") : null;
        return json(
          200,
          { items: items.map((event) => eventView(event, localeOf(asked), clock())), next },
          cached,
        );
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
        const found = await publishedScopes(table, "event", { limit: 500 });
        const events = found.filter((item) => item.kind === "event");
        return calendar(surroundings, asked, events);
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
  if (!event || !["published", "closed", "cancelled"].includes(event.state))
    throw new UnknownScope(`event.${slug.slice(0, 64)}`);
  return event;
}

function localeOf(asked: Asked): Locale {
  return nearestLocale(asked.query.locale ?? asked.headers["accept-language"]);
}

function calendar({ origin }: Surroundings, asked: Asked, events: readonly Event[]): Reply {
  const entries = events.map((event) => calendarEntry(event, { locale: localeOf(asked), origin }));
  return {
    statusCode: 200,
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": `attachment; filename="${events.length === 1 ? events[0]?.slug : "events"}.ics"`,
      ...cached,
    },
    body: calendarFile(entries, new URL(origin).hostname),
  };
}
