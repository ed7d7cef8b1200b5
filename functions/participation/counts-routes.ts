import { BadgeQuery, Counts, History, HistoryQuery, ScopeCount } from "../../shared/contracts/counts.ts";
import type { RouteKey } from "../../shared/contracts/routes.ts";
import { historyRange } from "../../shared/domain/history.ts";
import { nearestLocale } from "../../shared/locales/languages.ts";
import { counterOf } from "../../shared/table/counter.ts";
import { allCounts, atLeastZero, countOf, publicScope } from "../../shared/table/counts.ts";
import { historyOf } from "../../shared/table/history.ts";
import type { Table } from "../../shared/table/table.ts";
import type { Asked } from "../edge/asked.ts";
import type { Route, Routes } from "../edge/chain.ts";
import { check } from "../edge/check.ts";
import type { Reply } from "../edge/reply.ts";
import { isKnown, tagOf } from "../edge/tagged.ts";
import { badge } from "./badge.ts";
import { withLastKnown } from "./last-known.ts";

type CountsRoute = Extract<RouteKey<"participation-counts">, `GET /api/counts${string}`>;

/** The counts, readable from any site, cached for seconds. */
export function countsRoutes(table: Table, clock: () => Date): Routes<CountsRoute> {
  const routes: Routes<CountsRoute> = {
    "GET /api/counts": {
      handle: async (asked) => cached(asked, Counts.parse(await allCounts(table, clock()))),
    },
    "GET /api/counts/{scope}": {
      handle: async (asked) => {
        const scope = await publicScope(table, asked.params.scope ?? "");
        return cached(asked, ScopeCount.parse(await countOf(table, scope, clock())));
      },
    },
    "GET /api/counts/{scope}/history": {
      handle: async (asked) => {
        const query = check(HistoryQuery, asked.query);
        const now = clock();
        const range = historyRange(query, now);
        const { scope } = await publicScope(table, asked.params.scope ?? "");
        return cached(asked, History.parse(await historyOf(table, { scope, by: query.by, range }, now)));
      },
    },
    "GET /api/counts/{scope}/badge.svg": {
      handle: async (asked) => {
        const locale = nearestLocale(check(BadgeQuery, asked.query).locale);
        const { scope } = await publicScope(table, asked.params.scope ?? "");
        const { people } = await counterOf(table, scope);
        return picture(asked, badge(atLeastZero(people), locale));
      },
    },
  };
  const known = Object.entries<Route>(routes).map(([key, route]) => [key, withLastKnown(route, clock)]);
  return Object.fromEntries(known) as Routes<CountsRoute>;
}

/** The tag is of the figures, not of when they were read: while nothing changes, a poll is answered with 304. */
function cached(asked: Asked, body: object): Reply {
  const figures = JSON.stringify(body, (name, value) => (name === "asOf" ? undefined : value));
  return shortLived(asked, figures, {
    body: JSON.stringify(body),
    headers: { "content-type": "application/json; charset=utf-8" },
  });
}

/** A picture that is opened by itself may style itself, and do nothing else. */
function picture(asked: Asked, body: string): Reply {
  const headers = {
    "content-type": "image/svg+xml; charset=utf-8",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
  };
  return shortLived(asked, body, { body, headers });
}

function shortLived(
  asked: Asked,
  figures: string,
  { body, headers }: { body: string; headers: Record<string, string> },
): Reply {
  const etag = tagOf(figures);
  const caching = {
    etag,
    "cache-control": "public, max-age=2, stale-while-revalidate=10, stale-if-error=300",
    "access-control-allow-origin": "*",
    "access-control-expose-headers": "age, etag, warning",
    "cross-origin-resource-policy": "cross-origin",
  };
  return isKnown(asked, etag)
    ? { statusCode: 304, headers: caching }
    : { statusCode: 200, headers: { ...headers, ...caching }, body };
}
