import * as z from "zod";
import { campaignStates } from "../domain/campaign-states.ts";
import { isSlug } from "../domain/scope.ts";
import { locales } from "../locales/languages.ts";
import { line, source } from "./fields.ts";
import { cursor, languageCode, words } from "./list-query.ts";

/** A line in each language that it is written in; English is always there, since it stands in for the others. */
const lines = (max: number) =>
  z
    .partialRecord(z.enum(locales, "not-a-language-tag"), line(max))
    .refine((texts) => texts.en !== undefined, { error: "required", path: ["en"] })
    .transform((texts) => Object.fromEntries(Object.entries(texts)) as Record<string, string>);

const day = z.iso.date("not-a-date");

const details = z.object({
  title: lines(150),
  summary: lines(500),
  goal: z
    .int("wrong-type")
    .positive("too-small")
    .max(1_000_000_000, "too-large")
    .nullable()
    .meta({ description: "How many people it wants; null for none." }),
  starts: day,
  ends: day,
  sources: z
    .array(source)
    .max(20, "too-long")
    .default([])
    .meta({ description: "Sources that are counted apart; all others are counted as `other`." }),
  senderName: line(60).nullable().default(null).meta({
    description:
      "The name that mails of this campaign come from; null for its title in the reader’s language.",
  }),
  publishesMembersEvents: z.boolean().default(false).meta({
    description: "Events that a member proposes are published once its address is confirmed.",
  }),
});

function endsLast({ starts, ends }: { starts: string; ends: string }): boolean {
  return starts <= ends || !day.safeParse(starts).success || !day.safeParse(ends).success;
}
const order = { error: "ends-before-it-starts", path: ["ends"] };

/** A campaign to be made, as a draft. Its slug stands in addresses and keys, and never changes. */
export const NewCampaign = details
  .extend({ slug: z.string("required").refine(isSlug, "not-a-slug") })
  .refine(endsLast, order);
export type NewCampaign = z.infer<typeof NewCampaign>;

/** All that describes a campaign, in the place of the version that somebody looked at. */
export const CampaignChange = details.extend({ version: z.int("wrong-type") }).refine(endsLast, order);
export type CampaignChange = z.infer<typeof CampaignChange>;

export const CampaignsQuery = z.object({
  state: z
    .enum([...campaignStates, "any"])
    .default("published")
    .meta({ description: "`any` looks through one state after the other." }),
  title: words("the title in any language or the address"),
  language: languageCode.meta({ description: "In which it is described, ISO 639.", example: "fr" }),
  cursor,
});

/** A campaign as staff see it. */
export const StaffCampaign = z.object({
  slug: z.string(),
  scope: z.string(),
  state: z.string(),
  version: z.int(),
  title: z.record(z.string(), z.string()),
  summary: z.record(z.string(), z.string()),
  goal: z.int().nullable(),
  starts: z.string(),
  ends: z.string(),
  sources: z.array(z.string()),
  senderName: z.string().nullable(),
  publishesMembersEvents: z.boolean(),
  people: z.int().meta({ description: "Distinct confirmed people, as the public counts have it." }),
});
export type StaffCampaign = z.infer<typeof StaffCampaign>;

export const StaffCampaigns = z.object({ items: z.array(StaffCampaign), next: z.string().nullable() });
