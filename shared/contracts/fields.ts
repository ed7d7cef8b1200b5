import * as z from "zod";
import { isCountry } from "../domain/country.ts";
import { readAddress } from "../domain/email-address.ts";

/**
 * The fields that bodies share. A message is a word for the reason, never a sentence: `shared/locales` has the sentence
 * in each language.
 */

/** C0, C1, DEL, and the marks that turn a line's direction: none may stand in a line of text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const notInALine = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

/** One line of text: trimmed, NFC, no control characters (so no header injection either), at most `max` letters. */
export function line(max: number) {
  return z
    .string()
    .transform((text) => text.trim().normalize("NFC"))
    .pipe(
      z
        .string()
        .min(1, "required")
        .max(max, "too-long")
        .refine((text) => !notInALine.test(text), "control-characters"),
    );
}

/** An email address; comes out as it is written to: domain in lower-case punycode. */
export const email = z
  .string()
  .max(320, "too-long")
  .refine((text) => !notInALine.test(text), "control-characters")
  .transform((text, context) => {
    const read = readAddress(text);
    if ("address" in read) return read.address;
    context.addIssue({ code: "custom", message: text.trim() === "" ? "required" : read.problem });
    return z.NEVER;
  })
  .meta({
    type: "string",
    format: "email",
    maxLength: 320,
    description: "Where we write to. Kept until you ask us to forget it.",
  });

/** ISO 3166-1 alpha-2. */
export const country = z
  .string()
  .transform((text) => text.trim().toUpperCase())
  .refine(isCountry, "unknown-country")
  .meta({ type: "string", minLength: 2, maxLength: 2, description: "ISO 3166-1 alpha-2, such as CH." });

/** A BCP 47 language tag; the nearest language that we have is used. */
export const locale = z
  .string()
  .max(35, "too-long")
  .refine(isLanguageTag, "not-a-language-tag")
  .meta({ description: "BCP 47, such as ar or pt-BR; the nearest language that we have is used." });

function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

/** Where a signup came from: a short word that the campaign knows; others are counted as `other`. */
export const source = z
  .string()
  .transform((text) => text.trim().toLowerCase())
  .pipe(
    z
      .string()
      .max(40, "too-long")
      .regex(/^[a-z0-9][a-z0-9._-]*$/, "not-a-source"),
  )
  .meta({ description: "Where the signup came from, such as newsletter." });

export const consent = z
  .object({ updates: z.boolean().meta({ description: "May we write to you about the campaign's news?" }) })
  .partial();

export const name = line(100).meta({ description: "What we may call you in mails. Optional." });
