import * as z from "zod";
import { isSlug } from "../domain/scope.ts";
import { isTimeZone } from "../domain/time-zone.ts";
import { locales } from "../locales/languages.ts";
import { country, email, line, locale, name } from "./fields.ts";
import { photo } from "./picture.ts";
import { rule } from "./rule.ts";

/** A local time of the event's place, to the minute; browsers may send seconds. */
const localTime = z
  .string()
  .regex(
    /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d(?::00)?$/,
    "not-a-local-time",
  )
  .transform((text) => text.slice(0, 16))
  .refine(existsInCalendar, "not-a-local-time")
  .meta({
    type: "string",
    example: "2027-10-21T18:00",
    description: "Local time of the place, without offset.",
  });

/** 30 February is no day, though it looks like one. */
function existsInCalendar(text: string): boolean {
  const moment = new Date(`${text}Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const notInText = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** Several lines. */
function text(max: number) {
  return z
    .string()
    .transform((value) => value.replaceAll("\r\n", "\n").trim().normalize("NFC"))
    .pipe(
      z
        .string()
        .max(max, "too-long")
        .refine((value) => !notInText.test(value), "control-characters"),
    );
}

/** Forms send words where JSON has values. */
const yes = z.union([z.boolean(), z.enum(["on", "true", "yes", "1"]).transform(() => true)]);
const seats = z.union([
  z.int("wrong-type").min(1, "too-small").max(1_000_000, "too-large"),
  z
    .string()
    .regex(/^-?\d{1,7}$/, "wrong-type")
    .transform(Number)
    .pipe(z.int().min(1, "too-small").max(1_000_000, "too-large")),
]);

const language = z
  .string()
  .regex(/^[a-z]{2,3}$/, "not-a-language-tag")
  .meta({ description: "ISO 639 code, such as ar." });
const languages = z.union([
  z.array(language).min(1, "required").max(10, "too-long"),
  z
    .string()
    .transform((value) => value.split(/[\s,]+/).filter(Boolean))
    .pipe(z.array(language).min(1, "required").max(10, "too-long")),
]);

const httpsUrl = z
  .string()
  .max(500, "too-long")
  .refine((value) => URL.canParse(value) && new URL(value).protocol === "https:", "not-an-https-url")
  .refine((value) => !/[\s"<>\\]/.test(value), "not-an-https-url");

const place = z.object({ name: line(200), country });

/** What describes an event, whoever says it. */
export const eventFields = {
  title: line(120),
  summary: line(300),
  description: text(5000).optional().meta({ description: "Markdown, of which a safe part is shown." }),
  languages: languages.optional(),
  starts: localTime,
  ends: localTime,
  startsFold: z.enum(["earlier", "later"]).optional(),
  endsFold: z.enum(["earlier", "later"]).optional(),
  timeZone: z.string().refine(isTimeZone, "unknown-time-zone").meta({ description: "IANA time zone." }),
  online: yes.optional(),
  place: place.optional(),
  joinLink: httpsUrl.optional().meta({ description: "Shown only to those who are registered." }),
  organizer: line(120).optional(),
  accessibility: text(1000).optional(),
};

const somewhere = ({ online, place }: { online?: boolean | undefined; place?: unknown }) =>
  online === true || place !== undefined;

/** What a picture shows, for those who do not see it. */
const pictureAlt = line(200);

const proposal = z.object({
  ...eventFields,
  email,
  name: name.optional(),
  locale: locale.optional(),
  slug: z.string().refine(isSlug, "not-a-slug").optional(),
  campaign: z.string().refine(isSlug, "not-a-slug").optional(),
  capacity: seats.nullable().optional(),
  picture: photo.optional().meta({ description: "A PNG, SVG or JPEG in base64; drawn anew." }),
  pictureAlt: pictureAlt.optional().meta({ description: "What the picture shows; with a picture." }),
});
type Proposed = z.infer<typeof proposal>;

/** An event that somebody proposes. */
export const Proposal = proposal.check(
  rule<Proposed>(["place", "name"], "online-or-a-place", somewhere),
  rule<Proposed>(
    ["pictureAlt"],
    "required",
    ({ picture, pictureAlt }) => !picture || pictureAlt !== undefined,
  ),
);
export type Proposal = z.infer<typeof Proposal>;

/** Its times by themselves: what is wrong with them is told whatever else is. */
export const ProposedTimes = proposal.pick({
  starts: true,
  ends: true,
  startsFold: true,
  endsFold: true,
  timeZone: true,
});

/** What is written of an event in one language. */
const OwnText = z.object({
  title: eventFields.title,
  summary: eventFields.summary,
  description: text(5000).optional(),
});

/**
 * What an organizer changes of an event; what is not given stays, an empty text takes away what need not be there.
 * `version` is the one that they looked at. `texts` puts a language's in place of what stood there, or takes it away
 * (null); `title`, `summary` and `description` are those of its first language.
 */
export const EventEdit = z
  .object({
    ...eventFields,
    organizer: z.union([z.literal(""), line(120)]),
    joinLink: z.union([z.literal(""), httpsUrl]),
  })
  .partial()
  .extend({
    version: z.int(),
    place: place.nullable().optional(),
    texts: z.partialRecord(z.enum(locales), OwnText.nullable()).optional(),
  });
export type EventEdit = z.infer<typeof EventEdit>;

/**
 * Another picture of an event (null: none any more), with what it shows by language; or other words for the one it has.
 * `version` is the one that was looked at.
 */
export const EventPicture = z
  .object({
    version: z.int(),
    picture: photo.nullable().optional(),
    alt: z.partialRecord(z.enum(locales), pictureAlt).optional(),
  })
  .refine(({ picture, alt }) => picture === null || Object.keys(alt ?? {}).length > 0, {
    error: "required",
    path: ["alt"],
  });
export type EventPicture = z.infer<typeof EventPicture>;

/** What whoever proposed an event does with its picture by their own page: another one, or none. */
export const OwnPicture = z
  .object({ remove: yes.optional(), picture: photo.optional(), pictureAlt: pictureAlt.optional() })
  .superRefine(({ remove, ...shown }, context) => {
    if (remove) return;
    for (const field of ["picture", "pictureAlt"] as const)
      if (shown[field] === undefined)
        context.addIssue({ code: "custom", message: "required", path: [field] });
  });

export const EventDecision = z.object({
  decision: z.enum(["approved", "declined", "question"]),
  reason: text(1000).optional(),
});

export const Reason = z.object({ reason: text(1000).optional() });
export const Capacity = z.object({
  capacity: z
    .int("wrong-type")
    .min(1, "too-small")
    .max(1_000_000, "too-large")
    .nullable()
    .meta({ description: "Null: no limit." }),
});
