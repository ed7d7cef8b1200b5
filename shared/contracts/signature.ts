import * as z from "zod";
import { displays, organizationKinds } from "../domain/signature.ts";
import { line, locale, name } from "./fields.ts";
import { website } from "./membership.ts";
import { paragraphs } from "./paragraphs.ts";
import { signup } from "./participation.ts";

/** The longest comment, in letters. */
export const longestComment = 500;

/** Forms send numbers as text. */
const version = z.coerce
  .number("unknown-version")
  .int("unknown-version")
  .positive("unknown-version")
  .meta({ description: "The version that was shown. Left out, the one in force is signed." });

const signing = {
  ...signup,
  version: version.optional(),
  textLocale: locale
    .optional()
    .meta({ description: "The language of the text that was shown. Left out, the one nearest to `locale`." }),
  display: z
    .enum(displays)
    .default("hidden")
    .meta({ description: "How to be shown in public: by name, by initials, or not at all." }),
  referral: z
    .string()
    .max(100, "unknown-referral")
    .optional()
    .meta({ description: "The code of the link that led here." }),
};

type Shown = { display: string; name?: string | undefined };

function hasNameToShow({ display, name: given }: Shown): boolean {
  return display === "hidden" || given !== undefined;
}

const nameless = { path: ["name"], message: "name-to-show-required" };

export const PledgeSignature = z
  .object({
    ...signing,
    comment: paragraphs(longestComment).optional().meta({
      description: "Plain text, shown once a moderator has read it. Links in it are not live.",
    }),
  })
  .refine(hasNameToShow, nameless);

export const StatementSignature = z
  .object({
    ...signing,
    title: line(150).optional().meta({ description: "An expert's title and affiliation." }),
    organization: name
      .optional()
      .meta({ description: "Set where an organization signs. It is reviewed before it shows." }),
    kind: z.enum(organizationKinds).optional(),
    website: website.optional(),
  })
  .refine((given) => given.organization !== undefined || hasNameToShow(given), nameless)
  .refine((given) => given.organization === undefined || given.kind !== undefined, {
    path: ["kind"],
    message: "required",
  })
  .refine((given) => given.organization === undefined || given.website !== undefined, {
    path: ["website"],
    message: "required",
  });

export type Signature = z.infer<typeof PledgeSignature> & Partial<z.infer<typeof StatementSignature>>;
