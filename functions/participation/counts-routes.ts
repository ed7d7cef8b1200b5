import { createHash } from "node:crypto";
import * as z from "zod";
import { Counts, History, ScopeCount } from "../../shared/contracts/counts.ts";
import type { RouteKey } from "../../shared/contracts/routes.ts";
import { allCounts, countOf, historyOf, publicScope } from "../../shared/table/counts.ts";
import type { Table } from "../../shared/table/table.ts";
import type { Asked } from "../edge/asked.ts";
import type { Routes } from "../edge/chain.ts";
import { check } from "../edge/check.ts";
import { json, type Reply } from "../edge/reply.ts";

const By = z.object({ by: z.enum(["hour", "day"]).default("hour") });

/** The counts, readable from any site, cached for seconds. */
export function countsRoutes(table: Table, clock: () => Date): Routes<RouteKey<"participation-counts">> {
  return {
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
        const { by } = check(By, asked.query);
        const { scope } = await publicScope(table, asked.params.scope ?? "");
        return cached(asked, History.parse(await historyOf(table, scope, by)));
      },
    },
  };
}

/** The tag is of the figures, not of when they were read: while nothing changes, a poll is answered with 304. */
function cached(asked: Asked, body: object): Reply {
  const withoutTimes = JSON.stringify(body, (name, value) => (name === "asOf" ? undefined : value));
  const etag = `"${createHash("sha256").update(withoutTimes).digest("base64url").slice(0, 22)}"`;
  const headers = {
    etag,
    "cache-control": "public, max-age=2, stale-while-revalidate=10, stale-if-error=300",
    "access-control-allow-origin": "*",
    "cross-origin-resource-policy": "cross-origin",
  };
  const known = (asked.headers["if-none-match"] ?? "")
    .split(",")
    .map((tag) => tag.trim().replace(/^W\//, ""));
  return known.includes(etag) ? { statusCode: 304, headers } : json(200, body, headers);
}
