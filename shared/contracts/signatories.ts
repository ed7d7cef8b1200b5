import * as z from "zod";
import { cursor } from "./list-query.ts";
import { PictureAnswer } from "./picture.ts";

export const SignatoriesQuery = z.object({
  sort: z.enum(["name", "time", "country"]).optional(),
  cursor,
  format: z.enum(["json", "csv"]).optional(),
  locale: z.string().max(35, "too-long").optional(),
});

/** One who signed and lets themselves be shown. */
export const SignatoryAnswer = z.object({
  kind: z.enum(["organization", "person"]),
  name: z.string().meta({ description: "As they want it shown: a name, or initials." }),
  title: z.string().optional(),
  organizationKind: z.string().optional(),
  website: z.string().optional(),
  country: z.string().optional().meta({ description: "Of organizations only." }),
  logo: PictureAnswer.optional().meta({ description: "Of a member that wants it shown." }),
  at: z.string().meta({ description: "When the signature was confirmed or taken; UTC." }),
  id: z.string().meta({
    description: "Random; with the fields above it makes this one's line in a frozen statement's digest.",
  }),
});

export const SignatoryList = z.object({ items: z.array(SignatoryAnswer), next: z.string().nullable() });
