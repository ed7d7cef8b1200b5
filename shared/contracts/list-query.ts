import * as z from "zod";
import { isSlug } from "../domain/scope.ts";

/** What a title, a name or a text is searched by. */
export function words(of: string) {
  return z
    .string()
    .max(100, "too-long")
    .optional()
    .meta({ description: `A part of ${of}, in any case, with or without accents.`, example: "encryption" });
}

export const campaignSlug = z
  .string()
  .refine(isSlug, "not-a-slug")
  .optional()
  .meta({ description: "A campaign’s slug.", example: "global-encryption-day-2027" });

/** As names of languages stand in events and texts: the first part of a tag. */
export const languageCode = z
  .string()
  .regex(/^[a-z]{2,3}$/, "not-a-language-tag")
  .optional()
  .meta({ description: "An ISO 639 code.", example: "fr" });

export const cursor = z
  .string()
  .max(2000, "too-long")
  .optional()
  .meta({ description: "What the page before gave as `next`." });
