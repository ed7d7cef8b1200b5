import * as z from "zod";
import { type ActionScope, isActionScope, isSlug } from "../domain/scope.ts";
import { signableStates } from "../domain/signable-states.ts";
import { longestText } from "../domain/text-version.ts";
import { commentReviews } from "../table/card.ts";
import { country, line, locale } from "./fields.ts";
import { campaignSlug, cursor, languageCode, words } from "./list-query.ts";
import { paragraphs } from "./paragraphs.ts";

/** A line in each language that it is written in; English is always there. */
const lines = (max: number) =>
  z.record(locale, line(max)).refine((texts) => texts.en !== undefined, "english-missing");

const slug = z
  .string()
  .refine(isSlug, "not-a-slug")
  .meta({ type: "string", description: "Lower-case letters, digits and hyphens; part of the address." });

const action = {
  slug,
  title: lines(150),
  summary: lines(500),
  campaign: slug.meta({ description: "The campaign's slug." }),
  closesAt: z.iso.datetime("not-a-moment").nullable().default(null),
};

const days = z.number().int().min(1).max(1000);

export const NewPledge = z.object({
  ...action,
  askAfterDays: days
    .default(30)
    .meta({ description: "After so many days each is asked whether it was kept." }),
  askAgainAfterDays: days.default(30),
});
export const NewStatement = z.object(action);

const opened = z.number().int().optional().meta({
  description: "The item's `version` as it was opened. Where it has changed since, nothing is done.",
});

/** What describes a pledge or a statement; its text is what is signed, and changes by versions alone. */
const description = {
  title: z.record(locale, line(150)).optional().meta({ description: "Languages that are not named stay." }),
  summary: z.record(locale, line(500)).optional(),
  version: opened,
};
export const PledgeEdit = z.object({
  ...description,
  askAfterDays: days.optional(),
  askAgainAfterDays: days.optional(),
});
export const StatementEdit = z.object(description);

/** One language of the next version. Its exact text is signed, so nothing but its line ends is changed. */
export const TextRequest = z.object({
  text: paragraphs(longestText),
  replaces: z.string().max(64, "too-long").nullable().optional().meta({
    description:
      "The draft's `sha256` as it was opened, null where there was none. Not written over another's.",
  }),
});

export const PublishRequest = z.object({
  note: lines(1000)
    .optional()
    .meta({ description: "What changed; required from the second version on. Shown to signatories." }),
  texts: z.record(locale, paragraphs(longestText)).optional().meta({
    description:
      "Texts to write before it is published; languages that were written before stay as they are.",
  }),
  version: opened,
});

export const ClosingRequest = z.object({
  closesAt: z.iso.datetime("not-a-moment").nullable().meta({
    description: "When signing ends, in UTC; now, if it lies in the past; null opens it again.",
  }),
  reason: line(500),
});

/** Withdrawing it, bringing it back, or throwing a draft away. */
export const TurnRequest = z.object({ reason: line(500), version: opened });

export const SignablesQuery = z.object({
  state: z.enum(signableStates).optional().meta({
    description:
      "`closed` are those whose closing date has passed, too. Drafts come first where it is not said.",
  }),
  title: words("the title in any language or the address"),
  campaign: campaignSlug,
  language: languageCode.meta({
    description: "Of its title or of the text in force, ISO 639.",
    example: "fr",
  }),
  cursor,
});
export type SignablesQuery = z.infer<typeof SignablesQuery>;

export const ReviewRequest = z.object({
  decision: z.enum(["approved", "declined"]),
  reason: line(500).optional(),
});

export const CommentReview = ReviewRequest.extend({
  from: z.enum(commentReviews).optional().meta({
    description: "How it stood when it was looked at. Where it stands otherwise by now, nothing is done.",
  }),
});

const review = {
  scope: z
    .string()
    .refine((scope): scope is ActionScope => isActionScope(scope), "not-valid")
    .optional()
    .meta({ description: "What was signed.", example: "pledge.make-the-switch" }),
  cursor,
};

export const CommentsQuery = z.object({
  state: z
    .enum(commentReviews)
    .default("submitted")
    .meta({ description: "`submitted` wait; `approved` are shown to the public, `declined` are not." }),
  words: words("what it says or of the name beside it"),
  ...review,
});

export const SignaturesQuery = z.object({
  words: words("the organization’s name or website"),
  country: country.optional().meta({ description: "The organization’s, ISO 3166-1 alpha-2.", example: "KE" }),
  ...review,
});

export const StaffCommentList = z.object({
  items: z.array(
    z.object({
      comment: z.string().meta({ description: "Its id, for the decision." }),
      state: z.enum(commentReviews),
      scope: z.string(),
      text: z.string(),
      locale: z.string(),
      shownName: z.string().optional(),
      createdAt: z.string(),
    }),
  ),
  next: z.string().nullable(),
});

export const StaffSignatureList = z.object({
  items: z.array(
    z.object({
      signature: z.string().meta({ description: "Its id, for the decision." }),
      scope: z.string(),
      organization: z.string(),
      kind: z.string(),
      website: z.string(),
      country: z.string().optional(),
      email: z.string().meta({ description: "Of the one who signs for it; for the review alone." }),
      domain: z.string().optional(),
      proof: z.enum(["strong", "weak"]).meta({
        description: "Strong: by its mailbox, a DNS record or a file it was shown that they speak for it.",
      }),
      proofs: z.array(z.object({ by: z.string(), at: z.string() })),
      since: z.string(),
      near: z
        .array(z.object({ id: z.string(), name: z.string(), state: z.string(), by: z.string() }))
        .meta({ description: "Members and open applications that may be the same organization." }),
      signed: z
        .array(z.string())
        .meta({ description: "Names under which it may stand in the statement's list already." }),
    }),
  ),
  next: z.string().nullable(),
});
