import { Refused } from "../../shared/domain/refused.ts";
import type { Asked } from "../edge/asked.ts";
import { describe, logger, type Route } from "../edge/chain.ts";
import type { Reply } from "../edge/reply.ts";

/** So many answers are kept by one worker, the oldest goes first; a published scope has five at most. */
const mostKept = 500;
/** Older than this it is better to say that we cannot tell. Milliseconds. */
const longest = 15 * 60_000;

interface Known {
  reply: Reply;
  at: number;
}

/**
 * While the table cannot be read, a route answers with what this worker last knew, and says so: `Warning: 110` (RFC 7234,
 * 5.5.1) and `Age`, and `"stale": true` in JSON, whose `asOf` is of then. A refusal is an answer like any other.
 */
export function withLastKnown(route: Route, clock: () => Date): Route {
  const kept = new Map<string, Known>();
  return {
    ...route,
    async handle(asked) {
      const key = keyOf(asked);
      try {
        const reply = await route.handle(asked);
        if (reply.statusCode === 200) keep(kept, key, { reply, at: clock().getTime() });
        return reply;
      } catch (error) {
        const known = kept.get(key);
        const age = known ? clock().getTime() - known.at : Number.POSITIVE_INFINITY;
        if (error instanceof Refused || !known || age > longest) throw error;
        logger.error("answered with what was last known", { route: asked.routeKey, fault: describe(error) });
        return stale(known.reply, Math.round(age / 1000));
      }
    },
  };
}

function keyOf({ path, query }: Asked): string {
  return `${path}?${new URLSearchParams(Object.entries(query).sort())}`;
}

function keep(kept: Map<string, Known>, key: string, known: Known): void {
  kept.delete(key);
  kept.set(key, known);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
}

function stale(reply: Reply, age: number): Reply {
  const { etag: _, ...headers } = reply.headers ?? {};
  const isJson = String(headers["content-type"]).startsWith("application/json");
  return {
    ...reply,
    headers: {
      ...headers,
      "cache-control": "public, max-age=2",
      age: String(age),
      warning: '110 - "Response is Stale"',
    },
    ...(isJson && { body: JSON.stringify({ ...JSON.parse(reply.body ?? "{}"), stale: true }) }),
  };
}
