import * as z from "zod";
import { line } from "./fields.ts";

const ticked = z.union([
  z.boolean(),
  z.enum(["true", "on", "yes", "1"]).transform(() => true),
  z.enum(["false", "off", "no", "0"]).transform(() => false),
]);

/** One at the door: by their entry in the list, or by their ticket (its code, or the address that holds it). */
export const CheckIn = z
  .object({
    person: z
      .string()
      .regex(/^[A-Za-z0-9_-]{24}$/, "not-valid")
      .optional(),
    ticket: z
      .string()
      .max(500, "too-long")
      .transform((text) => text.trim().split("/").at(-1) ?? "")
      .optional(),
    attended: ticked.default(true),
  })
  .refine(({ person, ticket }) => person !== undefined || ticket !== undefined, {
    error: "required",
    path: ["ticket"],
  });

const howMany = z.int("wrong-type").min(0, "too-small").max(1_000_000, "too-large");

/** How many came, as the organizer says after the event; what shows it: a link to pictures, a list, an article. */
export const AttendanceReport = z.object({
  reported: z.union([
    howMany,
    // A form sends text.
    z
      .string()
      .regex(/^\s*-?\d{1,9}\s*$/, "wrong-type")
      .transform(Number)
      .pipe(howMany),
  ]),
  evidence: line(500),
});
