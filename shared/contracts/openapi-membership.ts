import * as z from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import {
  Application,
  applicationExamples,
  LogoChange,
  logoChangeExample,
  MemberAnswer,
  MemberLinkAnswer,
  MemberList,
  MembersQuery,
} from "./membership.ts";
import { ImportAnswer, ImportQuery, importExample } from "./membership-import.ts";
import {
  ApplicationFile,
  DecisionAnswer,
  DecisionRequest,
  ProofAnswer,
  Queue,
  QueueQuery,
} from "./membership-staff.ts";
import { operation } from "./openapi-operation.ts";
import { SignupAnswer } from "./participation.ts";

const tag = "membership";

/** The operations of membership: applying, the directory, and the reviewers' queue. */
export const membershipPaths: ZodOpenApiPathsObject = {
  "/api/members": {
    get: operation({
      id: "members",
      summary: "The directory, by name",
      tag,
      query: MembersQuery.shape,
      answers: { 200: MemberList },
    }),
    post: operation({
      id: "apply",
      summary: "Apply for membership, as an organization or (without organization) as an expert",
      tag,
      body: { schema: Application, examples: applicationExamples, files: true },
      answers: { 202: SignupAnswer, 303: "A form's answer: a page that says to look at one's mail." },
    }),
  },
  "/api/members.csv": {
    get: operation({
      id: "membersCsv",
      summary: "The whole directory as CSV (RFC 4180), UTF-8",
      tag,
      answers: { 200: "text/csv: The directory." },
    }),
  },
  "/api/members/{id}": {
    get: operation({
      id: "member",
      summary: "A member",
      tag,
      params: ["id"],
      answers: { 200: MemberAnswer },
    }),
  },
  "/api/manage/{token}/logo": {
    post: operation({
      id: "changeLogo",
      summary:
        "Another logo for a member, or whether it is shown; another one of a listed member is reviewed first",
      tag,
      params: ["token"],
      body: { schema: LogoChange, examples: { logo: logoChangeExample }, files: true },
      answers: { 200: MemberLinkAnswer, 303: "A form's answer: the page of the link." },
    }),
  },
  "/api/staff/members": {
    get: operation({
      id: "applications",
      summary: "Applications in a state, oldest first (members by name); for reviewers",
      tag,
      query: QueueQuery.shape,
      answers: { 200: Queue },
    }),
  },
  "/api/staff/members/import": {
    post: {
      ...operation({
        id: "importMembers",
        summary: "Put present members in from CSV; with dry=true only say what would happen; safe to repeat",
        tag,
        query: ImportQuery.shape,
        answers: { 200: ImportAnswer },
      }),
      requestBody: {
        required: true,
        content: { "text/csv": { schema: z.string(), example: importExample } },
      },
    },
  },
  "/api/staff/members/{id}": {
    get: operation({
      id: "application",
      summary: "An application with its evidence, history and near matches; for reviewers",
      tag,
      params: ["id"],
      answers: { 200: ApplicationFile },
    }),
  },
  "/api/staff/members/{id}/proof": {
    post: operation({
      id: "lookForProof",
      summary: "Look now for an applicant's proof at their domain, ten times a day at most; for reviewers",
      tag,
      params: ["id"],
      answers: { 200: ProofAnswer },
    }),
  },
  "/api/staff/members/{id}/decision": {
    post: operation({
      id: "decideApplication",
      summary: "Approve, decline, ask, or take a decision back; for reviewers",
      tag,
      params: ["id"],
      body: {
        schema: DecisionRequest,
        examples: {
          approve: { decision: "approved", reason: "fits" },
          decline: {
            decision: "declined",
            reason: "not-verifiable",
            text: "Please write from your own domain.",
          },
        },
      },
      answers: { 200: DecisionAnswer },
    }),
  },
};
