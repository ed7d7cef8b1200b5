import * as z from "zod";
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from "zod-openapi";
import { operation } from "./openapi-operation.ts";
import { SignupAnswer } from "./participation.ts";
import { PledgeAnswer, PledgeList, StatementAnswer, StatementList } from "./signables.ts";
import { SignatoriesQuery, SignatoryList } from "./signatories.ts";
import { PledgeSignature, StatementSignature } from "./signature.ts";
import {
  ClosingRequest,
  CommentReview,
  CommentsQuery,
  NewPledge,
  NewStatement,
  PledgeEdit,
  PublishRequest,
  ReviewRequest,
  SignablesQuery,
  SignaturesQuery,
  StaffCommentList,
  StaffSignatureList,
  StatementEdit,
  TextRequest,
  TurnRequest,
} from "./signing-staff.ts";

const tag = "pledges and statements";
const localized = { locale: z.string() };
const formAnswer = "A form's answer: a page that says to look at one's mail.";
const plainText = "text/plain: The exact bytes that the digest is over.";

const supporter = {
  email: "supporter@example.org",
  name: "Amina Diallo",
  country: "SN",
  locale: "en",
  source: "newsletter",
  consent: { updates: true },
};

const pledgeExample = {
  ...supporter,
  version: 1,
  textLocale: "en",
  display: "initials",
  comment: "My whole family has moved.",
};

const statementExamples = {
  expert: {
    ...supporter,
    version: 1,
    textLocale: "en",
    display: "name",
    title: "Professor of cryptography, University of Dakar",
  },
  organization: {
    ...supporter,
    version: 1,
    textLocale: "en",
    organization: "Example Rights",
    kind: "civil-society",
    website: "https://www.example.org",
  },
};

/** The operations of signing: what the public reads and signs. */
export const signingPaths: ZodOpenApiPathsObject = {
  "/api/pledges": { get: listed("pledges", "Pledges that take signatures, by date", PledgeList) },
  "/api/pledges/{slug}": {
    get: shown("pledge", "A pledge with its text, and how many promised and kept it", PledgeAnswer),
  },
  "/api/pledges/{slug}/texts/{version}/{locale}": { get: text("pledgeText") },
  "/api/pledges/{slug}/signatories": { get: signatories("pledgeSignatories") },
  "/api/pledges/{slug}/signatures": {
    post: operation({
      id: "signPledge",
      summary: "Sign a pledge; a mail with a link to confirm follows",
      tag,
      params: ["slug"],
      body: { schema: PledgeSignature, examples: { supporter: pledgeExample } },
      answers: { 202: SignupAnswer, 303: formAnswer },
    }),
  },
  "/api/statements": { get: listed("statements", "Statements, by date", StatementList) },
  "/api/statements/{slug}": { get: shown("statement", "A statement with its text", StatementAnswer) },
  "/api/statements/{slug}/texts/{version}/{locale}": { get: text("statementText") },
  "/api/statements/{slug}/signatories": { get: signatories("statementSignatories") },
  "/api/statements/{slug}/frozen": {
    get: operation({
      id: "frozenStatement",
      summary: "The record of a closed statement: its texts' digests and a line for each signature",
      tag,
      params: ["slug"],
      answers: { 200: plainText },
    }),
  },
  "/api/statements/{slug}/signatures": {
    post: operation({
      id: "signStatement",
      summary: "Sign a statement, as an expert or for an organization; a mail with a link to confirm follows",
      tag,
      params: ["slug"],
      body: { schema: StatementSignature, examples: statementExamples },
      answers: { 202: SignupAnswer, 303: formAnswer },
    }),
  },
  ...staffPaths(),
};

function listed(id: string, summary: string, schema: z.ZodType): ZodOpenApiOperationObject {
  return operation({
    id,
    summary,
    tag,
    query: { cursor: z.string(), ...localized },
    answers: { 200: schema },
  });
}

function shown(id: string, summary: string, schema: z.ZodType): ZodOpenApiOperationObject {
  return operation({ id, summary, tag, params: ["slug"], query: localized, answers: { 200: schema } });
}

function text(id: string): ZodOpenApiOperationObject {
  return operation({
    id,
    summary: "One version of the text in one language, for good",
    tag,
    params: ["slug", "version", "locale"],
    answers: { 200: plainText },
  });
}

function signatories(id: string): ZodOpenApiOperationObject {
  return operation({
    id,
    summary: "Who signed and is shown, organizations first; `format=csv` gives the whole list as CSV",
    tag,
    params: ["slug"],
    query: SignatoriesQuery.shape,
    answers: { 200: SignatoryList },
  });
}

function staffPaths(): ZodOpenApiPathsObject {
  const shownToStaff = z.record(z.string(), z.unknown());
  const named = { title: { en: "A new one" }, summary: { en: "In short." } };
  const made = { ...named, slug: "a-new-one", campaign: "global-encryption-day-2027" };
  const post = (
    id: string,
    summary: string,
    { params, schema, example }: { params?: string[]; schema: z.ZodType; example: unknown },
  ) =>
    operation({
      id,
      summary,
      tag: "staff",
      ...(params && { params }),
      body: { schema, examples: { example } },
      answers: { 200: shownToStaff },
    });
  const ofKind = (
    kind: "Pledge" | "Statement",
    { schema, edit }: { schema: z.ZodType; edit: z.ZodType },
  ): ZodOpenApiPathsObject => {
    const path = `/api/staff/${kind.toLowerCase()}s`;
    return {
      [path]: {
        get: operation({
          id: `staff${kind}s`,
          summary: "All, drafts too and first",
          tag: "staff",
          query: SignablesQuery.shape,
          answers: { 200: shownToStaff },
        }),
        post: post(`create${kind}`, "Make a draft; for organizers", { schema, example: made }),
      },
      [`${path}/{slug}`]: {
        get: operation({
          id: `staff${kind}`,
          summary: "One, with the texts of the next version and figures that the public is not shown",
          tag: "staff",
          params: ["slug"],
          answers: { 200: shownToStaff },
        }),
        post: post(`edit${kind}`, "Change what describes it; its text changes by versions alone", {
          params: ["slug"],
          schema: edit,
          example: { title: { fr: "Un autre titre" } },
        }),
      },
      [`${path}/{slug}/texts/{locale}`]: {
        put: post(`write${kind}Text`, "Write one language of the next version; for organizers", {
          params: ["slug", "locale"],
          schema: TextRequest,
          example: { text: "We, the undersigned, …" },
        }),
        delete: operation({
          id: `drop${kind}Text`,
          summary: "Take one language out of the next version; for organizers",
          tag: "staff",
          params: ["slug", "locale"],
          answers: { 200: shownToStaff },
        }),
      },
      [`${path}/{slug}/versions`]: {
        post: post(`publish${kind}`, "Put the next version in force; signatories are asked about it", {
          params: ["slug"],
          schema: PublishRequest,
          example: { note: { en: "Clearer words." }, texts: { en: "We, the undersigned, …" } },
        }),
      },
      [`${path}/{slug}/closing`]: {
        post: post(`close${kind}`, "Set when signing ends; a statement is then frozen", {
          params: ["slug"],
          schema: ClosingRequest,
          example: { closesAt: "2027-12-01T00:00:00Z", reason: "Handed over on that day." },
        }),
      },
      [`${path}/{slug}/{verb}`]: {
        post: post(`turn${kind}`, "`cancel` (withdraw), `reinstate`, or `discard` a draft; for organizers", {
          params: ["slug", "verb"],
          schema: TurnRequest,
          example: { reason: "Its text names somebody wrongly." },
        }),
      },
    };
  };
  const decision = { schema: ReviewRequest, example: { decision: "approved" } };
  return {
    ...ofKind("Pledge", { schema: NewPledge, edit: PledgeEdit }),
    ...ofKind("Statement", { schema: NewStatement, edit: StatementEdit }),
    "/api/staff/comments": {
      get: operation({
        id: "commentsToReview",
        summary: "Comments that wait for a moderator, that are shown, or that were declined; for reviewers",
        tag: "staff",
        query: CommentsQuery.shape,
        answers: { 200: StaffCommentList },
      }),
    },
    "/api/staff/comments/{comment}/decision": {
      post: post("decideComment", "Let a comment through or not, or take down one that is shown", {
        params: ["comment"],
        schema: CommentReview,
        example: { decision: "declined", from: "approved", reason: "It names somebody." },
      }),
    },
    "/api/staff/signatures": {
      get: operation({
        id: "signaturesToReview",
        summary: "Organizations' signatures that wait for a reviewer",
        tag: "staff",
        query: SignaturesQuery.shape,
        answers: { 200: StaffSignatureList },
      }),
    },
    "/api/staff/signatures/{signature}/decision": {
      post: post("decideSignature", "Take an organization's signature or not", {
        params: ["signature"],
        ...decision,
      }),
    },
  };
}
