import * as z from "zod";
import { memberKinds } from "../domain/member-states.ts";
import { country, email, line, locale } from "./fields.ts";
import { organizationName, website } from "./membership.ts";

/** `from` is the line of the file to begin at, as `next` of an answer names it. */
export const ImportQuery = z.object({
  dry: z.enum(["true", "false"]).default("false"),
  from: z.coerce.number("wrong-type").int("wrong-type").min(1, "too-small").default(1),
});

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
  next: z
    .number()
    .int()
    .nullable()
    .meta({ description: "A long file takes several requests: send it again with ?from=; null at the end." }),
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
