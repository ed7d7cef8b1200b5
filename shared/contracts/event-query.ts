import * as z from "zod";
import { isSlug } from "../domain/scope.ts";
import { country } from "./fields.ts";

/** The filters of the lists of events; an empty one, as a form sends it, is none. */
const given = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

export const eventFilters = {
  from: given(z.iso.date("not-a-date")).meta({ description: "First day, such as 2027-10-21." }),
  to: given(z.iso.date("not-a-date")).meta({ description: "Last day." }),
  country: given(country),
  language: given(z.string().regex(/^[a-z]{2,3}$/, "not-a-language-tag")),
  online: given(z.enum(["true", "false"]).transform((value) => value === "true")),
  past: given(z.enum(["true", "false"]).transform((value) => value === "true")).meta({
    description: "Those that are over, the latest first; others leave the list when they end or are closed.",
  }),
  campaign: given(z.string().refine(isSlug, "not-a-slug")),
};

export const EventQuery = z.object({
  ...eventFilters,
  cursor: z.string().max(300, "too-long").optional(),
});
