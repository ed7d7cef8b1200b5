import { openapiDocument } from "../../shared/contracts/openapi.ts";
import type { RouteKey } from "../../shared/contracts/routes.ts";
import type { Routes } from "../edge/chain.ts";
import { json } from "../edge/reply.ts";

/** What the system says of itself. */
export function metaRoutes(origin: string): Routes<RouteKey<"website-meta">> {
  const document = openapiDocument(origin);
  return {
    "GET /api/health": { handle: async () => json(200, { status: "ok" }) },
    "GET /api/openapi.json": {
      handle: async () =>
        json(200, document, { "cache-control": "public, max-age=300", "access-control-allow-origin": "*" }),
    },
  };
}
