import { withFixedSpaces } from "../../../shared/locales/fixed-spaces.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";

export type TextKey = keyof typeof en;
export type Texts = Record<TextKey, string>;

export const languages = { en: "English", fr: "Français" } as const;
export type Language = keyof typeof languages;

const catalogues: Record<Language, Texts> = { en, fr };
/** Which language somebody reads is no secret: it is kept in this browser. */
const place = "staff-language";

let language: Language = preferred();

export function currentLanguage(): Language {
  return language;
}

export function chooseLanguage(next: Language): void {
  language = next;
  localStorage.setItem(place, next);
  document.documentElement.lang = next;
}

/** A text with its values put in. */
export function t(key: TextKey, values: Record<string, string | number> = {}): string {
  const text = language === "fr" ? withFixedSpaces(catalogues.fr[key]) : catalogues[language][key];
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
}

/** The text of a word that comes from outside, such as a state; the word itself where we have none for it. */
export function wordText(
  group: string,
  word: string,
  otherwise = word,
  values?: Record<string, string | number>,
): string {
  const key = `${group}.${word}`;
  return key in en ? t(key as TextKey, values) : otherwise;
}

/** Days before months, as nearly all of our readers write them. */
function tag(): string {
  return language === "en" ? "en-GB" : language;
}

export function momentText(iso: string): string {
  return new Intl.DateTimeFormat(tag(), {
    dateStyle: "medium",
    timeStyle: "short",
  }).format(new Date(iso));
}

/** A moment as it is typed where a field asks for UTC. */
export function utcText(iso: string): string {
  const written = { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" } as const;
  return `${new Intl.DateTimeFormat(tag(), written).format(new Date(iso))} UTC`;
}

/** A day (`2027-10-21`) that has no time of day. */
export function dayText(day: string): string {
  return new Intl.DateTimeFormat(tag(), { dateStyle: "medium", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

export function numberText(n: number, language = tag()): string {
  return new Intl.NumberFormat(language).format(n);
}

/** How large a file is, in kilobytes or megabytes. */
export function sizeText(bytes: number): string {
  const [value, unit] = bytes < 1e6 ? [bytes / 1e3, "kilobyte"] : [bytes / 1e6, "megabyte"];
  return new Intl.NumberFormat(tag(), { style: "unit", unit, maximumFractionDigits: 1 }).format(value);
}

export function countryText(code: string): string {
  return new Intl.DisplayNames(language, { type: "region", fallback: "code" }).of(code) ?? code;
}

export function languageText(code: string): string {
  return new Intl.DisplayNames(language, { type: "language", fallback: "code" }).of(code) ?? code;
}

function preferred(): Language {
  const kept = localStorage.getItem(place) ?? navigator.language;
  return kept.startsWith("fr") ? "fr" : "en";
}
