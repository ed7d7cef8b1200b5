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
  return catalogues[language][key].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
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

export function momentText(iso: string): string {
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    dateStyle: "medium",
    timeStyle: "short",
  }).format(new Date(iso));
}

export function countryText(code: string): string {
  return new Intl.DisplayNames(language, { type: "region", fallback: "code" }).of(code) ?? code;
}

function preferred(): Language {
  const kept = localStorage.getItem(place) ?? navigator.language;
  return kept.startsWith("fr") ? "fr" : "en";
}
