import * as z from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import {
  NewsAnswer,
  NewsBody,
  NewsChange,
  NewsList,
  NewsPreview,
  NewsQuery,
  NewsRecipients,
  NewsTestBody,
  NewsTextChange,
  NewsTextRemoval,
  NewsVerbBody,
} from "./news.ts";
import { operation } from "./openapi-operation.ts";

const tag = "news";
const text = {
  subject: "Seven weeks to go",
  heading: "Seven weeks to go",
  body: "On 21 October people stand up for encryption.\n\nThank you for being one of them.",
};
const example = { campaign: "global-encryption-day-2027", texts: { en: text }, perDay: 5000 };

/** A campaign's news to those who agreed to them; for organizers. */
export const newsPaths: ZodOpenApiPathsObject = {
  "/api/staff/news": {
    get: operation({
      id: "allNews",
      summary: "Mailings, newest first",
      tag,
      query: NewsQuery.shape,
      answers: { 200: NewsList },
    }),
    post: operation({
      id: "writeNews",
      summary: "Begin a mailing, as a draft",
      tag,
      body: { schema: NewsBody, examples: { draft: example } },
      answers: { 201: NewsAnswer },
    }),
  },
  "/api/staff/news/{id}": {
    get: operation({
      id: "news",
      summary: "A mailing, how far it is, and what became of it",
      tag,
      params: ["id"],
      answers: { 200: NewsAnswer },
    }),
    put: operation({
      id: "changeNews",
      summary: "Change a draft or scheduled mailing; it is a draft again",
      tag,
      params: ["id"],
      body: { schema: NewsChange, examples: { change: { ...example, version: 1 } } },
      answers: { 200: NewsAnswer },
    }),
  },
  "/api/staff/news/{id}/texts/{locale}": {
    put: operation({
      id: "translateNews",
      summary: "Write the text in one language",
      tag,
      params: ["id", "locale"],
      body: { schema: NewsTextChange, examples: { text: { ...text, version: 1 } } },
      answers: { 200: NewsAnswer },
    }),
  },
  "/api/staff/news/{id}/texts/{locale}/removal": {
    post: operation({
      id: "untranslateNews",
      summary: "Take the text in one language away",
      tag,
      params: ["id", "locale"],
      body: { schema: NewsTextRemoval, examples: { removal: { version: 2 } } },
      answers: { 200: NewsAnswer },
    }),
  },
  "/api/staff/news/{id}/recipients": {
    get: operation({
      id: "newsRecipients",
      summary: "How many would get it now, by language and country, and how many have stopped the news",
      tag,
      params: ["id"],
      answers: { 200: NewsRecipients },
    }),
  },
  "/api/staff/news/{id}/preview": {
    get: operation({
      id: "newsPreview",
      summary: "The mail as a reader of a language sees it",
      tag,
      params: ["id"],
      query: { locale: z.string() },
      answers: { 200: NewsPreview },
    }),
  },
  "/api/staff/news/{id}/test": {
    post: operation({
      id: "newsTest",
      summary: "Send the mail to yourself, and to nobody else",
      tag,
      params: ["id"],
      body: { schema: NewsTestBody, examples: { english: { locale: "en" } } },
      answers: { 202: z.object({ status: z.literal("sent-to-you") }) },
    }),
  },
  "/api/staff/news/{id}/{verb}": {
    post: operation({
      id: "moveNews",
      summary: "Schedule, send, pause, resume or cancel",
      tag,
      params: ["id", "verb"],
      body: { schema: NewsVerbBody, examples: { schedule: { sendAt: "2027-10-01T08:00:00Z" }, others: {} } },
      answers: { 200: NewsAnswer },
    }),
  },
};
