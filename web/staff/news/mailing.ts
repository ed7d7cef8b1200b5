import type * as z from "zod";
import type { NewsAnswer, NewsItem, NewsPreview, NewsRecipients } from "../../../shared/contracts/news.ts";
import type { Locale } from "../../../shared/locales/languages.ts";

export type Mailing = z.infer<typeof NewsAnswer>;
export type MailingRow = z.infer<typeof NewsItem>;
export type Recipients = z.infer<typeof NewsRecipients>;
export type Preview = z.infer<typeof NewsPreview>;
export type MailingText = Mailing["texts"][string];

/** What every form on a mailing's page is given. */
export interface AtMailing {
  mailing: Mailing;
  /** It was done; the text says so, and the mailing is read anew. */
  done: (text: string) => void;
  /** Reads it anew, since somebody else has changed it. */
  again: () => Promise<void>;
}

export function mailingPath(id: string, rest = ""): string {
  return `news/${encodeURIComponent(id)}${rest}`;
}

/** What is sent can be looked at, and changed no more. */
export function mayChange({ state }: Pick<Mailing, "state">): boolean {
  return state === "draft" || state === "scheduled";
}

/** What an organizer types of one text. */
export interface TypedText {
  subject: string;
  heading: string;
  body: string;
  label: string;
  url: string;
}

export const noText: TypedText = { subject: "", heading: "", body: "", label: "", url: "" };

export function typedOf(text: MailingText | undefined): TypedText {
  if (!text) return noText;
  const { subject, heading, body, action } = text;
  return { subject, heading, body, label: action?.label ?? "", url: action?.url ?? "" };
}

/** The same as the API takes it; a button without an address, or the other way round, is refused there, at its field. */
export function textToSend({ subject, heading, body, label, url }: TypedText) {
  const hasAction = label.trim() !== "" || url.trim() !== "";
  return { subject, heading, body, ...(hasAction && { action: { label, url: url.trim() } }) };
}

/**
 * What somebody has changed and not saved: only that, so that a colleague's other changes stay as they are. `version` is
 * the one that was looked at.
 */
export interface Unsaved {
  version: number;
  texts: Partial<Record<Locale, TypedText>>;
  settings?: Settings;
}

export interface Settings {
  locales: string[];
  countries: string[];
  /** As typed; empty for no limit. */
  perDay: string;
}

export function settingsOf({ audience, perDay }: Mailing): Settings {
  return {
    locales: audience.locales,
    countries: audience.countries,
    perDay: perDay === null ? "" : String(perDay),
  };
}

export function settingsToSend({ locales, countries, perDay }: Settings) {
  return {
    audience: { locales, countries },
    perDay: perDay.trim() === "" ? null : Number(perDay),
  };
}

export function isUnsaved({ texts, settings }: Unsaved): boolean {
  return settings !== undefined || Object.keys(texts).length > 0;
}
