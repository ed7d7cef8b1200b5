import type { ZodOpenApiPathsObject } from "zod-openapi";
import { CountsExportQuery, MembersExportQuery, RegistrantsQuery, SignaturesQuery } from "./exports.ts";
import { Metrics, MetricsQuery } from "./metrics.ts";
import { operation } from "./openapi-operation.ts";

const tag = "staff";
const pages =
  "text/csv: UTF-8 with a mark; a Link header (rel=next) leads on, and all pages one behind the other are the file.";

/** The operations of metrics and exports, for staff. */
export const metricsPaths: ZodOpenApiPathsObject = {
  "/api/staff/metrics": {
    get: operation({
      id: "metrics",
      summary:
        "Campaigns against their goals, funnel, mails, membership and events of a period; for all staff",
      tag,
      query: MetricsQuery.shape,
      answers: { 200: Metrics },
    }),
  },
  "/api/staff/exports/registrants.csv": {
    get: operation({
      id: "exportRegistrants",
      summary: "Who stands registered for an event, then who waits, with addresses; for organizers; audited",
      tag,
      query: RegistrantsQuery.shape,
      answers: { 200: pages },
    }),
  },
  "/api/staff/exports/signatures.csv": {
    get: operation({
      id: "exportSignatures",
      summary: "Every signature of a pledge or a statement, with addresses; for organizers; audited",
      tag,
      query: SignaturesQuery.shape,
      answers: { 200: pages },
    }),
  },
  "/api/staff/exports/members.csv": {
    get: operation({
      id: "exportMembers",
      summary: "Members or applications with those who speak for them; for reviewers; audited",
      tag,
      query: MembersExportQuery.shape,
      answers: { 200: pages },
    }),
  },
  "/api/staff/exports/counts.csv": {
    get: operation({
      id: "exportCounts",
      summary: "Running totals by day of all that the public counts show; for all staff; audited",
      tag,
      query: CountsExportQuery.shape,
      answers: { 200: pages },
    }),
  },
};
