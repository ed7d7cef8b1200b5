import * as z from "zod";

const TextAnswer = z.object({
  locale: z.string(),
  version: z.number().int(),
  sha256: z.string().meta({ description: "Hex digest of the exact UTF-8 bytes of the text at `url`." }),
  url: z.string().meta({ description: "Where the text of this version and language stays for good." }),
});

const common = {
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  campaign: z.string(),
  status: z.enum(["open", "closed", "cancelled"]),
  version: z.number().int().meta({ description: "The version in force; 0 where none has been published." }),
  texts: z.array(TextAnswer).meta({ description: "The version in force, in each language that it has." }),
  closesAt: z.iso.datetime().nullable(),
};

/** A pledge or a statement in a list. */
export const PledgeItem = z.object({ ...common, askAfterDays: z.number().int() });
export const StatementItem = z.object({
  ...common,
  frozen: z
    .object({ at: z.iso.datetime(), sha256: z.string(), signatures: z.number().int() })
    .optional()
    .meta({ description: "Set once it is closed: the digest over its texts and its signatures." }),
});

const detail = {
  text: z.string().meta({ description: "The text in force, in `textLocale`; plain text." }),
  textLocale: z.string(),
  versions: z.array(
    z.object({
      version: z.number().int(),
      publishedAt: z.iso.datetime(),
      note: z.string().optional().meta({ description: "What changed from the version before." }),
      texts: z.array(TextAnswer),
    }),
  ),
};

export const PledgeAnswer = PledgeItem.extend({
  ...detail,
  promised: z.number().int().meta({ description: "How many have promised and not withdrawn." }),
  kept: z.number().int().meta({ description: "How many of them say that they kept it." }),
});
export const StatementAnswer = StatementItem.extend(detail);

export const PledgeList = z.object({ items: z.array(PledgeItem), next: z.string().nullable() });
export const StatementList = z.object({ items: z.array(StatementItem), next: z.string().nullable() });
