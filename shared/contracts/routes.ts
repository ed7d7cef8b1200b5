/**
 * The routes of the HTTP API, by the function that answers them: the infrastructure makes them out of this list, and a
 * function does not compile unless it answers exactly its own. Pages stand with and without a language in front.
 */
function page<const Method extends "GET" | "POST", const Path extends string>(method: Method, path: Path) {
  return [`${method} ${path}`, `${method} /{locale}${path}`] as const;
}

export const routes = {
  "participation-api": [
    "POST /api/events/{slug}/registrations",
    "GET /api/confirmations/{token}",
    "POST /api/confirmations/{token}",
    "GET /api/manage/{token}",
    "POST /api/manage/{token}",
    "POST /api/manage/{token}/{verb}",
    "GET /api/unsubscribe/{token}",
    "POST /api/unsubscribe/{token}",
    ...page("POST", "/events/{slug}"),
    ...page("GET", "/confirm/{token}"),
    ...page("POST", "/confirm/{token}"),
    ...page("GET", "/manage/{token}"),
    ...page("POST", "/manage/{token}"),
    ...page("POST", "/manage/{token}/{verb}"),
    ...page("GET", "/unsubscribe/{token}"),
    ...page("POST", "/unsubscribe/{token}"),
  ],
  "participation-counts": [
    "GET /api/counts",
    "GET /api/counts/{scope}",
    "GET /api/counts/{scope}/history",
    "GET /api/counts/{scope}/badge.svg",
  ],
  "events-api": [
    "GET /api/events",
    "GET /api/events/{slug}",
    "GET /api/events.ics",
    "GET /api/campaigns/{slug}",
  ],
  "pledges-api": [
    "GET /api/pledges",
    "GET /api/pledges/{slug}",
    "GET /api/pledges/{slug}/texts/{version}/{locale}",
    "GET /api/statements",
    "GET /api/statements/{slug}",
    "GET /api/statements/{slug}/texts/{version}/{locale}",
  ],
  "membership-api": [
    "POST /api/members",
    "GET /api/members",
    "GET /api/members.csv",
    "GET /api/members/{id}",
    ...page("POST", "/join"),
  ],
  "membership-staff": [
    "GET /api/staff/members",
    "GET /api/staff/members/{id}",
    "POST /api/staff/members/{id}/decision",
    "POST /api/staff/members/import",
  ],
  "mail-news-api": [
    "GET /api/staff/news",
    "POST /api/staff/news",
    "GET /api/staff/news/{id}",
    "PUT /api/staff/news/{id}",
    "PUT /api/staff/news/{id}/texts/{locale}",
    "GET /api/staff/news/{id}/recipients",
    "GET /api/staff/news/{id}/preview",
    "POST /api/staff/news/{id}/test",
    "POST /api/staff/news/{id}/{verb}",
  ],
  "staff-people": [
    "GET /api/staff/people",
    "POST /api/staff/people",
    "POST /api/staff/people/{id}/roles",
    "POST /api/staff/people/{id}/removal",
  ],
  "website-meta": ["GET /api/health", "GET /api/openapi.json"],
  "website-pages": ["GET /", "GET /{proxy+}"],
} as const;

export type FunctionWithRoutes = keyof typeof routes;
export type RouteKey<F extends FunctionWithRoutes> = (typeof routes)[F][number];
