import * as z from "zod";
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from "zod-openapi";
import { AuditList, AuditQuery } from "./audit.ts";
import {
  CampaignChange,
  CampaignsQuery,
  NewCampaign,
  StaffCampaign,
  StaffCampaigns,
} from "./campaign-staff.ts";
import { type Described, operation } from "./openapi-operation.ts";
import {
  PersonAct,
  PersonFile,
  PersonFound,
  PersonSearch,
  RegistrantsList,
  RegistrantsListQuery,
  ScopeList,
  ScopesQuery,
  Withdrawal,
} from "./registrants.ts";
import { Invitation, RolesChange, StaffPeople, StaffPeopleQuery, StaffPerson } from "./staff-people.ts";

const staff = (described: Omit<Described, "tag">): ZodOpenApiOperationObject =>
  operation({ ...described, tag: "staff" });

const described = {
  title: { en: "Global Encryption Day 2028" },
  summary: { en: "A day on which people everywhere stand up for strong encryption." },
  goal: 1_500_000,
  starts: "2028-10-21",
  ends: "2028-10-21",
};
const done = z.object({ person: z.string(), done: z.string() });

/** The operations of campaigns, people, staff and the audit list. */
export const staffPaths: ZodOpenApiPathsObject = {
  "/api/staff/audit": {
    get: staff({
      id: "audit",
      summary: "What the staff did, newest first; for all staff",
      query: AuditQuery.shape,
      answers: { 200: AuditList },
    }),
  },
  "/api/staff/campaigns": {
    get: staff({
      id: "staffCampaigns",
      summary: "Campaigns in a state, or in any, by date",
      query: CampaignsQuery.shape,
      answers: { 200: StaffCampaigns },
    }),
    post: staff({
      id: "makeCampaign",
      summary: "Make a campaign, as a draft; for organizers",
      body: { schema: NewCampaign, examples: { example: { slug: "encryption-day-2028", ...described } } },
      answers: { 201: StaffCampaign },
    }),
  },
  "/api/staff/campaigns/{slug}": {
    get: staff({
      id: "staffCampaign",
      summary: "A campaign",
      params: ["slug"],
      answers: { 200: StaffCampaign },
    }),
    put: staff({
      id: "changeCampaign",
      summary: "Put all that describes it in the place of the version that was looked at; for organizers",
      params: ["slug"],
      body: { schema: CampaignChange, examples: { example: { version: 1, ...described } } },
      answers: { 200: StaffCampaign },
    }),
  },
  "/api/staff/campaigns/{slug}/{verb}": {
    post: staff({
      id: "decideCampaign",
      summary: "`publish` (also again) or `close`; for organizers",
      params: ["slug", "verb"],
      answers: { 200: StaffCampaign },
    }),
  },
  "/api/staff/scopes": {
    get: staff({
      id: "staffScopes",
      summary: "Campaigns, events, pledges and statements that people take part in, with how many do",
      query: ScopesQuery.shape,
      answers: { 200: ScopeList },
    }),
  },
  "/api/staff/registrants": {
    get: staff({
      id: "listRegistrants",
      summary: "Who stands in the lists of an action, or of a campaign’s; without addresses; for organizers",
      query: RegistrantsListQuery.shape,
      answers: { 200: RegistrantsList },
    }),
  },
  "/api/staff/persons/search": {
    post: staff({
      id: "findPerson",
      summary: "The hash that an address is known by, if it is known; for organizers",
      body: { schema: PersonSearch, examples: { example: { email: "amina@example.org" } } },
      answers: { 200: PersonFound },
    }),
  },
  "/api/staff/persons/{person}": {
    get: staff({
      id: "personFile",
      summary: "All that is kept of one person; for organizers; audited",
      params: ["person"],
      answers: { 200: PersonFile },
    }),
  },
  "/api/staff/persons/{person}/{verb}": {
    post: staff({
      id: "actForPerson",
      summary:
        "`withdraw` one participation, `stop-mails` or `erase`, for a person who asks; for organizers; audited",
      params: ["person", "verb"],
      body: {
        schema: z.union([Withdrawal, PersonAct]),
        examples: { withdraw: { scope: "event.encryption-workshop", reason: "Asked by mail" } },
      },
      answers: { 200: done },
    }),
  },
  "/api/staff/people": {
    get: staff({
      id: "staffPeople",
      summary: "Who is on the staff, by address; for admins",
      query: StaffPeopleQuery.shape,
      answers: { 200: StaffPeople },
    }),
    post: staff({
      id: "inviteStaff",
      summary: "Invite somebody to the staff; for admins",
      body: {
        schema: Invitation,
        examples: { example: { email: "colleague@example.org", roles: ["reviewer"] } },
      },
      answers: { 201: StaffPerson },
    }),
  },
  "/api/staff/people/{id}/invitation": {
    post: staff({
      id: "inviteAgain",
      summary: "Send another invitation to somebody who has not come yet; for admins",
      params: ["id"],
      answers: { 200: StaffPerson },
    }),
  },
  "/api/staff/people/{id}/roles": {
    post: staff({
      id: "changeRoles",
      summary: "Give somebody other roles; `from` are those that were looked at; for admins",
      params: ["id"],
      body: { schema: RolesChange, examples: { example: { from: ["reviewer"], roles: ["organizer"] } } },
      answers: { 200: StaffPerson },
    }),
  },
  "/api/staff/people/{id}/removal": {
    post: staff({
      id: "removeStaff",
      summary: "Remove somebody from the staff; for admins",
      params: ["id"],
      answers: { 200: z.object({ id: z.string() }) },
    }),
  },
};
