import * as z from "zod";
import { memberKinds } from "../domain/member-states.ts";
import { country, email, line, locale } from "./fields.ts";
import { organizationName, website } from "./membership.ts";

export const DryRun = z.object({ dry: z.enum(["true", "false"]).default("false") });

/** The columns of the CSV, by their names in its first line; the rest of a line's cells may be empty. */
export const ImportLine = z
  .object({
    name: organizationName,
    kind: z.enum(memberKinds),
    country,
    website: website.optional(),
    email,
    contact: line(100).optional(),
    role: line(100).optional(),
    joined: z.iso.date("not-a-day").optional(),
    locale: locale.optional(),
  })
  .superRefine(({ kind, website: given }, context) => {
    if (kind !== "expert" && given === undefined)
      context.addIssue({ code: "custom", path: ["website"], message: "required" });
  });
export type ImportLine = z.infer<typeof ImportLine>;

export const importColumns = Object.keys(ImportLine.shape) as (keyof ImportLine)[];

export const importExample = `name,kind,country,website,email,contact,role,joined,locale
Privacy Land,civil-society,SN,https://www.privacy-land.example,amina@privacy-land.example,Amina Diallo,Policy lead,2021-05-03,en
`;

/** What happens (or, in a dry run, would happen) with each line; `line` is that of the file, its first being 1. */
export const ImportAnswer = z.object({
  dry: z.boolean(),
  added: z.number().int(),
  known: z.number().int(),
  lines: z.array(
    z.object({
      line: z.number().int(),
      name: z.string(),
      what: z.enum(["add", "known"]),
      id: z.string().meta({ description: "Of the new member, or of the one that has the name or domain." }),
    }),
  ),
});
export type ImportAnswer = z.infer<typeof ImportAnswer>;
