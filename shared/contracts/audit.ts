import * as z from "zod";
import { cursor } from "./list-query.ts";

const day = z.iso.date("not-a-date").optional();

export const AuditQuery = z
  .object({
    subject: z
      .string()
      .max(200, "too-long")
      .optional()
      .meta({ description: "A scope, `member.<id>`, `person.<hash>`, `staff.<id>`, `export.<name>` …" }),
    who: z
      .string()
      .max(200, "too-long")
      .optional()
      .meta({ description: "The user pool’s id of who did it." }),
    act: z
      .string()
      .max(60, "too-long")
      .optional()
      .meta({ description: "How the act’s word begins, such as `event.` or `event.close`." }),
    from: day.meta({ description: "A day (UTC); unless said, 89 days before `to`." }),
    to: day.meta({ description: "A day (UTC), included; unless said, today." }),
    cursor,
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    error: "ends-before-it-starts",
    path: ["to"],
  });

/** What the staff did, newest first. */
export const AuditList = z.object({
  items: z.array(
    z.object({
      subject: z.string(),
      at: z.iso.datetime(),
      who: z.string().meta({ description: "The user pool's id of who did it." }),
      act: z.string(),
      reason: z.string().optional(),
      from: z.string().optional(),
      to: z.string().optional(),
    }),
  ),
  next: z.string().nullable(),
});
