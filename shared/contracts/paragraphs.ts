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

/** The address of an organization's website; a scheme is put in front where none was typed. */
export const website = z
  .string()
  .max(300, "too-long")
  .transform((text, context) => {
    const typed = text.trim();
    const url = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`);
    if (url && /^https?:$/.test(url.protocol) && url.hostname.includes(".") && !url.username) return url.href;
    context.addIssue({ code: "custom", message: typed === "" ? "required" : "not-a-website" });
    return z.NEVER;
  })
  .meta({ type: "string", maxLength: 300, description: "The organization's website." });
