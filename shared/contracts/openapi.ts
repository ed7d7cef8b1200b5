import * as z from "zod";
import { createDocument, type ZodOpenApiPathsObject } from "zod-openapi";
import { BadgeQuery, Counts, History, HistoryQuery, ScopeCount } from "./counts.ts";
import { eventFilters } from "./event-query.ts";
import { CampaignAnswer, EventAnswer, EventList } from "./events.ts";
import { OpenDataList, OpenDataQuery, OpenDay } from "./open-data.ts";
import { eventPaths, proposeEvent } from "./openapi-events.ts";
import { membershipPaths } from "./openapi-membership.ts";
import { metricsPaths } from "./openapi-metrics.ts";
import { newsPaths } from "./openapi-news.ts";
import { operation } from "./openapi-operation.ts";
import { signingPaths } from "./openapi-signing.ts";
import { staffPaths } from "./openapi-staff.ts";
import { LinkAnswer, Registration, Seen, SignupAnswer } from "./participation.ts";

const registrationExample = {
  email: "supporter@example.org",
  name: "Amina Diallo",
  country: "SN",
  locale: "en",
  source: "newsletter",
  consent: { updates: true },
};

const cursor = { cursor: z.string() };
const locale = { locale: z.string() };

const paths: ZodOpenApiPathsObject = {
  "/api/health": {
    get: operation({
      id: "health",
      summary: "Whether it runs",
      tag: "meta",
      answers: { 200: z.object({ status: z.literal("ok") }) },
    }),
  },
  "/api/openapi.json": {
    get: operation({
      id: "openapi",
      summary: "This document",
      tag: "meta",
      answers: { 200: "application/json: This document." },
    }),
  },
  "/api/campaigns/{slug}": {
    get: operation({
      id: "campaign",
      summary: "A campaign",
      tag: "events",
      params: ["slug"],
      query: locale,
      answers: { 200: CampaignAnswer },
    }),
  },
  "/api/events": {
    get: operation({
      id: "events",
      summary: "Published events, by date",
      tag: "events",
      query: { ...eventFilters, ...cursor, ...locale },
      answers: { 200: EventList, 304: "Unchanged." },
    }),
    post: proposeEvent,
  },
  "/api/events.ics": {
    get: operation({
      id: "eventsCalendar",
      summary: "Published events as a calendar, one for each filter",
      tag: "events",
      query: { ...eventFilters, ...locale },
      answers: { 200: "text/calendar: iCalendar (RFC 5545)." },
    }),
  },
  "/api/events/{slug}": {
    get: operation({
      id: "event",
      summary: "An event",
      tag: "events",
      params: ["slug"],
      query: locale,
      answers: { 200: EventAnswer },
    }),
  },
  "/api/events/{slug}.ics": {
    get: operation({
      id: "eventCalendar",
      summary: "An event as a calendar file",
      tag: "events",
      params: ["slug"],
      answers: { 200: "text/calendar: iCalendar (RFC 5545)." },
    }),
  },
  "/api/events/{slug}/registrations": {
    post: operation({
      id: "register",
      summary: "Register for an event; a mail with a link to confirm follows",
      tag: "participation",
      params: ["slug"],
      body: { schema: Registration, examples: { supporter: registrationExample } },
      answers: { 202: SignupAnswer, 303: "A form's answer: a page that says to look at one's mail." },
    }),
  },
  "/api/seen/{scope}": {
    post: operation({
      id: "seen",
      summary:
        "Said by our own pages, without who is looking: a form has come into view. The form of joining is coalition's",
      tag: "participation",
      params: ["scope"],
      body: { schema: Seen, examples: { website: { locale: "en", source: "website" } } },
      answers: { 204: "Taken, whether it is counted or not." },
    }),
  },
  "/api/confirmations/{token}": {
    get: operation({
      id: "showConfirmation",
      summary: "What a link would confirm; changes nothing",
      tag: "participation",
      params: ["token"],
      answers: { 200: LinkAnswer },
    }),
    post: operation({
      id: "confirm",
      summary: "Confirm; twice is as once",
      tag: "participation",
      params: ["token"],
      answers: { 200: LinkAnswer, 303: "A form's answer: the page of the confirmation." },
    }),
  },
  "/api/manage/{token}": {
    get: operation({
      id: "showManage",
      summary: "What is held, and the verbs that are possible",
      tag: "participation",
      params: ["token"],
      answers: { 200: LinkAnswer },
    }),
    post: operation({
      id: "manage",
      summary: "Do a verb named in the body",
      tag: "participation",
      params: ["token"],
      body: { schema: z.object({ verb: z.string() }), examples: { withdraw: { verb: "withdraw" } } },
      answers: { 200: LinkAnswer, 303: "A form's answer: the page of the link." },
    }),
  },
  "/api/manage/{token}/{verb}": {
    post: operation({
      id: "manageVerb",
      summary: "Do a verb: withdraw, …; erase deletes all that is held of the person; twice is as once",
      tag: "participation",
      params: ["token", "verb"],
      answers: { 200: LinkAnswer, 303: "A form's answer: the page of the link." },
    }),
  },
  "/api/unsubscribe/{token}": {
    get: operation({
      id: "showUnsubscribe",
      summary: "What the link would stop, and what of it is stopped already; changes nothing",
      tag: "participation",
      params: ["token"],
      answers: {
        200: z.object({
          verbs: z.array(z.string()),
          purpose: z.enum(["all", "news", "reminders"]),
          already: z.enum(["all", "news", "reminders"]).optional(),
        }),
      },
    }),
    post: operation({
      id: "unsubscribe",
      summary: "One-click unsubscribe (RFC 8058)",
      tag: "participation",
      params: ["token"],
      answers: { 200: z.object({ status: z.literal("unsubscribed") }) },
    }),
  },
  ...membershipPaths,
  ...signingPaths,
  ...metricsPaths,
  ...staffPaths,
  ...newsPaths,
  "/api/counts": {
    get: operation({
      id: "counts",
      summary: "The figures of all that is published",
      tag: "counts",
      answers: { 200: Counts, 304: "Unchanged." },
    }),
  },
  "/api/counts/{scope}": {
    get: operation({
      id: "count",
      summary: "The figures of one scope",
      tag: "counts",
      params: ["scope"],
      answers: { 200: ScopeCount, 304: "Unchanged." },
    }),
  },
  "/api/counts/{scope}/history": {
    get: operation({
      id: "history",
      summary: "Running totals by hour or day, UTC",
      tag: "counts",
      params: ["scope"],
      query: HistoryQuery.shape,
      answers: { 200: History, 304: "Unchanged." },
    }),
  },
  "/api/counts/{scope}/badge.svg": {
    get: operation({
      id: "badge",
      summary: "How many people, as an SVG picture",
      tag: "counts",
      params: ["scope"],
      query: BadgeQuery.shape,
      answers: { 200: "An SVG picture.", 304: "Unchanged." },
    }),
  },
  "/api/open-data": {
    get: operation({
      id: "openData",
      summary: "Open data: what it is, its licence, and the files of each day, newest first",
      tag: "counts",
      query: OpenDataQuery.shape,
      answers: { 200: OpenDataList, 304: "Unchanged." },
    }),
  },
  "/api/open-data/{file}": {
    get: operation({
      id: "openDay",
      summary: "The counts at the end of a day, as 2027-10-21.json or 2027-10-21.csv",
      tag: "counts",
      params: ["file"],
      answers: { 200: OpenDay, 304: "Unchanged." },
    }),
  },
  "/api/counts/{scope}/picture.png": {
    get: operation({
      id: "picture",
      summary: "The picture that is shown where a page is shared, 1200 by 630, with the number of now",
      tag: "counts",
      params: ["scope"],
      query: BadgeQuery.shape,
      answers: { 200: "A PNG picture." },
    }),
  },
  ...eventPaths,
};

/** The OpenAPI 3.1 document, made from the same schemas that check requests and answers. */
export function openapiDocument(origin: string) {
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "Global Encryption Coalition: campaigns and coalition",
      version: "1.0.0",
      description:
        "Memberships, event registrations, pledges, and the counts of them. Personal data goes in and never comes out.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: origin }],
    paths,
  });
}
