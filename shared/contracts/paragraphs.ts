import * as z from "zod";

/** As in `line`, but a line may end: LF and tab are the only control characters that a text may have. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const notInAText = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** Plain text of several lines: NFC, lines ending in LF as forms do not send them, at most `max` letters. */
export function paragraphs(max: number) {
  return z
    .string()
    .transform((text) => text.replaceAll("\r\n", "\n").trim().normalize("NFC"))
    .pipe(
      z
        .string()
        .min(1, "required")
        .max(max, "too-long")
        .refine((text) => !notInAText.test(text), "control-characters"),
    );
}
