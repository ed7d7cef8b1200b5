import * as z from "zod";
import { newsStates } from "../domain/news-states.ts";
import { isSlug } from "../domain/scope.ts";
import { locales } from "../locales/speak.ts";
import { country, line } from "./fields.ts";
import { campaignSlug, cursor, words } from "./list-query.ts";

/** Everything but the line break: no control characters in what goes into a mail. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const notInAText = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

const body = z
  .string()
  .transform((text) => text.replaceAll("\r\n", "\n").trim().normalize("NFC"))
  .pipe(
    z
      .string()
      .min(1, "required")
      .max(4_000, "too-long")
      .refine((text) => !notInAText.test(text), "control-characters"),
  )
  .meta({ description: "Plain text; an empty line ends a paragraph." });

const action = z.object({
  label: line(60),
  url: z.url({ protocol: /^https$/, error: "not-valid" }).max(500, "too-long"),
});

export const NewsTextBody = z.object({
  subject: line(300),
  heading: line(150),
  body,
  action: action.optional(),
});

const perDay = z.number().int().min(1, "too-short").max(10_000_000, "too-long").nullable().meta({
  description: "At most so many a day (UTC), while mail hosts get to know the sender; null for no limit.",
});

/** What a mailing is: for whom, and what is said. Texts may come one by one, each in a request of its own. */
export const NewsBody = z.object({
  campaign: z.string().refine(isSlug, "not-valid"),
  audience: z
    .object({ locales: z.array(z.enum(locales)).max(20), countries: z.array(country).max(250) })
    .partial()
    .optional(),
  texts: z.partialRecord(z.enum(locales), NewsTextBody).optional(),
  perDay: perDay.optional(),
});
export type NewsBody = z.infer<typeof NewsBody>;

/** The version that was looked at when this was decided on: another one by now is a refusal, not a loss. */
const seen = { version: z.number().int() };

export const NewsChange = NewsBody.extend(seen);
export const NewsTextChange = NewsTextBody.extend(seen);
export const NewsTextRemoval = z.object(seen);
export const NewsVerbBody = z.object({ sendAt: z.iso.datetime().optional() });
export const NewsTestBody = z.object({ locale: z.enum(locales) });

export const NewsItem = z.object({
  id: z.string(),
  campaign: z.string(),
  state: z.enum(newsStates),
  version: z.number().int(),
  subject: z.string().nullable(),
  locales: z.array(z.string()),
  createdAt: z.string(),
  sendAt: z.string().optional(),
  startedAt: z.string().optional(),
  finishedAt: z.string().optional(),
  stoppedBy: z
    .enum(["bounces", "complaints"])
    .optional()
    .meta({ description: "Set where it stopped by itself, below the rates at which SES would stop us." }),
});

export const NewsAnswer = NewsItem.extend({
  audience: z.object({ locales: z.array(z.string()), countries: z.array(z.string()) }),
  perDay: z.number().nullable(),
  texts: z.record(z.string(), NewsTextBody),
  fallbacks: z.record(z.string(), z.string().nullable()).meta({
    description: "For each language, the one whose text its readers get; null where there is none at all.",
  }),
  verbs: z.array(z.string()),
  progress: z.object({
    reached: z.number().int().meta({
      description:
        "Entries in the lists gone through of people who agreed to news: one for each thing that they take part in, also of those who have stopped since and get none.",
    }),
    parts: z
      .number()
      .int()
      .meta({ description: "Parts of the campaign's lists that are gone through in all." }),
    partsDone: z.number().int(),
    sent: z.number().int(),
    delivered: z.number().int(),
    bounced: z.number().int(),
    complained: z.number().int(),
  }),
});

export const NewsQuery = z.object({
  state: z.enum(newsStates).optional(),
  campaign: campaignSlug,
  subject: words("the subject in any language"),
  cursor,
});

export const NewsList = z.object({
  items: z.array(NewsItem),
  next: z.string().nullable(),
  campaigns: z
    .array(z.object({ slug: z.string(), title: z.string() }))
    .meta({ description: "Those that news can be written for." }),
});

const figures = z.record(z.string(), z.number().int());

export const NewsRecipients = z.object({
  recipients: z.number().int(),
  stopped: z.number().int().meta({
    description:
      "People who agreed once and get none: they stopped the news, or their mailbox takes no mail.",
  }),
  complete: z.boolean().meta({ description: "False where counting ended early: there are more." }),
  byLocale: figures,
  byCountry: figures.meta({ description: "`unknown` where a person named no country." }),
});

export const NewsPreview = z.object({
  locale: z.string().meta({ description: "The language of the text, after the fallback." }),
  subject: z.string(),
  html: z.string(),
  text: z.string(),
});
