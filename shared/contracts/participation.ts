import * as z from "zod";
import { participationStates } from "../domain/participation-states.ts";
import { keptAnswers } from "../domain/signature.ts";
import { isTimeZone } from "../domain/time-zone.ts";
import { consent, country, email, locale, name, source } from "./fields.ts";

/** What every public signup takes. */
export const signup = {
  email,
  name: name.optional(),
  country: country.optional(),
  locale: locale.optional(),
  source: source.optional(),
  consent: consent.optional(),
};

/** A form's box is ticked or not sent at all. */
const ticked = z.union([z.boolean(), z.enum(["on", "true", "yes", "1"]).transform(() => true)]);

/** A browser tells it, of its own time: a zone that is not known here is none, and keeps nobody from registering. */
const timeZone = z
  .string()
  .max(64, "too-long")
  .transform((name) => (isTimeZone(name) ? name : undefined));

export const Registration = z.object({
  ...signup,
  timeZone: timeZone
    .optional()
    .meta({ description: "IANA name of where the person is, so that reminders reach them by day." }),
  noReminders: z
    .object({ day: ticked, hour: ticked })
    .partial()
    .optional()
    .meta({ description: "Which reminders not to send: a day before, an hour before." }),
});
export type Registration = z.infer<typeof Registration>;

/** What the script of a form's page tells once the form has come into view, and all that it tells. */
export const Seen = z.object({ locale, source: source.optional() });

/** The same for a new and for a known address: nobody learns from it who takes part. */
export const SignupAnswer = z.object({ status: z.literal("check-your-mail") });

/** What a link shows, and what a verb on it answers. */
export const LinkAnswer = z.object({
  state: z.enum(participationStates),
  verbs: z
    .array(z.string())
    .meta({ description: "What can be done now, as the last part of the path or the body's verb." }),
  scope: z.string(),
  title: z.string(),
  signature: z
    .object({
      version: z.number().int(),
      locale: z.string(),
      sha256: z.string(),
      shown: z.string().optional().meta({ description: "The name that is shown in public; absent: none." }),
      comment: z.string().optional(),
      said: z.enum(keptAnswers).optional(),
      referred: z.number().int().optional().meta({ description: "How many signed through this one's link." }),
      shareUrl: z.string().optional(),
    })
    .optional()
    .meta({ description: "Of a pledge or a statement." }),
});
export type LinkAnswer = z.infer<typeof LinkAnswer>;
