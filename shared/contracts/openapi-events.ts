import * as z from "zod";
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from "zod-openapi";
import { eventStates } from "../domain/event-states.ts";
import { AttendanceReport, CheckIn } from "./attendance.ts";
import { StaffEventsQuery } from "./event-query.ts";
import { type Described, operation } from "./openapi-operation.ts";
import { Capacity, EventDecision, EventEdit, EventPicture, Proposal, Reason } from "./proposal.ts";

const proposal = {
  email: "organizer@example.org",
  name: "Amina Diallo",
  title: "Encryption for newsrooms",
  summary: "A morning for journalists: messages and sources that stay safe.",
  description: "- Set up a messenger\n- Talk about *threats*\n",
  languages: ["fr", "en"],
  starts: "2027-10-21T09:00",
  ends: "2027-10-21T11:00",
  timeZone: "Africa/Dakar",
  online: true,
  place: { name: "Dakar, Maison de la Presse", country: "SN" },
  joinLink: "https://meet.example.org/newsrooms",
  capacity: 40,
  organizer: "Réseau des journalistes",
  accessibility: "Step-free; captions online.",
};

/** An event as staff see it; the fields of the public answer, and those that describe its life. */
const StaffEvent = z.looseObject({ slug: z.string(), state: z.enum(eventStates), version: z.int() });
const slug = ["slug"];
const reason = { example: { reason: "The hall is not to be had." } };

const staff = (described: Omit<Described, "tag">): ZodOpenApiOperationObject =>
  operation({ ...described, tag: "staff" });

const doing = (id: string, summary: string) =>
  staff({
    id,
    summary,
    params: slug,
    body: { schema: Reason, examples: reason },
    answers: { 200: StaffEvent },
  });

export const proposeEvent = operation({
  id: "proposeEvent",
  summary: "Propose an event; a mail with a link to confirm follows, then an organizer decides",
  tag: "events",
  body: { schema: Proposal, examples: { proposal } },
  answers: {
    202: z.object({ status: z.literal("check-your-mail"), slug: z.string() }),
    303: "A form's answer: a page that says to look at one's mail.",
  },
});

/** What staff do with events. */
export const eventPaths: ZodOpenApiPathsObject = {
  "/api/staff/events": {
    get: staff({
      id: "staffEvents",
      summary: "Events in a state, or in any, by date; submitted ones wait for a decision",
      query: StaffEventsQuery.shape,
      answers: { 200: z.object({ items: z.array(StaffEvent), next: z.string().nullable() }) },
    }),
  },
  "/api/staff/events/{slug}": {
    get: staff({
      id: "staffEvent",
      summary: "An event with its seats",
      params: slug,
      answers: { 200: StaffEvent },
    }),
    post: staff({
      id: "editEvent",
      summary: "Change what describes an event, on the version that was looked at",
      params: slug,
      body: { schema: EventEdit, examples: { example: { version: 1, title: "Encryption for everybody" } } },
      answers: { 200: StaffEvent },
    }),
  },
  "/api/staff/events/{slug}/picture": {
    get: staff({
      id: "eventPicture",
      summary: "The picture as a data URL, also before the public sees it",
      params: slug,
      answers: { 200: z.object({ url: z.string() }) },
    }),
    post: staff({
      id: "showEventPicture",
      summary:
        "Another picture, on the version that was looked at; null takes it away, words alone say anew what it shows",
      params: slug,
      body: { schema: EventPicture, examples: { example: { version: 1, picture: null } } },
      answers: { 200: StaffEvent },
    }),
  },
  "/api/staff/events/{slug}/decision": {
    post: staff({
      id: "decideEvent",
      summary: "Approve (and publish), decline, or ask its proposer",
      params: slug,
      body: { schema: EventDecision, examples: { approved: { decision: "approved", reason: "Welcome!" } } },
      answers: { 200: StaffEvent },
    }),
  },
  "/api/staff/events/{slug}/publish": { post: doing("publishEvent", "Publish, or open again") },
  "/api/staff/events/{slug}/close": { post: doing("closeEvent", "Take nobody in any more") },
  "/api/staff/events/{slug}/cancel": {
    post: doing("cancelEvent", "Call it off; everybody registered is written to"),
  },
  "/api/staff/events/{slug}/capacity": {
    post: staff({
      id: "resizeEvent",
      summary: "Change the number of seats; more are offered to those in line",
      params: slug,
      body: { schema: Capacity, examples: { example: { capacity: 30 } } },
      answers: { 200: StaffEvent },
    }),
  },
  "/api/staff/events/{slug}/attendance": {
    post: staff({
      id: "reportAttendance",
      summary: "Report how many came, with what shows it; or tick one registrant by person or ticket",
      params: slug,
      body: {
        schema: z.union([AttendanceReport, CheckIn]),
        examples: { report: { reported: 41, evidence: "https://example.org/pictures" } },
      },
      answers: { 200: z.looseObject({}) },
    }),
  },
  "/api/staff/events/{slug}/registrants": {
    get: staff({
      id: "registrants",
      summary: "Everybody registered, a page at a time",
      params: slug,
      query: { cursor: z.string() },
      answers: { 200: z.object({ items: z.array(z.looseObject({})), next: z.string().nullable() }) },
    }),
  },
  "/api/staff/events/{slug}/check-in-link": {
    post: staff({
      id: "checkInLink",
      summary: "A link to the list at the door, for whoever stands there",
      params: slug,
      answers: { 200: z.object({ url: z.string() }) },
    }),
  },
};
