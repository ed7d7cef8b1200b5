import { createHash } from "node:crypto";

/** One text in one language, as a signature names it: `sha256` is the hex digest of its exact UTF-8 bytes. */
export interface TextName {
  version: number;
  locale: string;
  sha256: string;
}

/** The longest text that a version may have, in UTF-16 units: far more than anybody signs, far less than an item holds. */
export const longestText = 20_000;

/** SHA-256 in hex over the exact text, so that anybody can check with `sha256sum` what was signed. */
export function textDigest(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/**
 * The text of a version that somebody reads in `locale`: that language, else English, else the first there is. Undefined
 * where there is no text at all.
 */
export function textFor(texts: readonly TextName[], locale: string): TextName | undefined {
  const language = locale.toLowerCase().split("-")[0];
  return (
    texts.find((text) => text.locale === locale) ??
    texts.find((text) => text.locale === language) ??
    texts.find((text) => text.locale === "en") ??
    texts[0]
  );
}
