import { ActionClosed, InvalidRequest, TextChanged } from "./refused.ts";
import { type TextName, textFor } from "./text-version.ts";

/** A published version, in each language that it has. */
export interface PublishedTexts {
  version: number;
  texts: readonly TextName[];
}

/** Which text somebody says that they saw. */
export interface SeenText {
  version?: number | undefined;
  textLocale?: string | undefined;
  /** The language of the page or the person, for where they name no text. */
  locale: string;
}

/**
 * The text that a signature is to: the one that was shown, which must be the one in force. One that has been superseded
 * since is not signed in silence (`TextChanged`): who promises should have read what they promise. Pure.
 */
export function textToSign({ versions }: { versions: readonly PublishedTexts[] }, seen: SeenText): TextName {
  const current = versions.at(-1);
  if (!current) throw new ActionClosed("action-closed");
  const { version = current.version, textLocale } = seen;
  if (version !== current.version) {
    if (versions.some((published) => published.version === version)) throw new TextChanged();
    throw new InvalidRequest([{ pointer: "/version", reason: "unknown-version" }]);
  }
  const text =
    textLocale === undefined
      ? textFor(current.texts, seen.locale)
      : current.texts.find(({ locale }) => locale === textLocale);
  if (!text) throw new InvalidRequest([{ pointer: "/textLocale", reason: "text-not-in-this-language" }]);
  return text;
}
