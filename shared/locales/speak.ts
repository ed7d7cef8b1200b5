import { readFileSync } from "node:fs";
import { IntlMessageFormat } from "intl-messageformat";
import type en from "./en.json";
import { withFixedSpaces } from "./fixed-spaces.ts";
import { direction, type Locale } from "./languages.ts";

export { direction, isLocale, type Locale, locales, nativeNames, nearestLocale } from "./languages.ts";

export type TextKey = keyof typeof en;
export type Texts = Record<TextKey, string>;

const read = new Map<Locale, Partial<Texts>>();

/**
 * The texts of a language. They lie beside this file, and beside each function's bundle, and are read when they are first
 * spoken: six languages in every bundle would make each cold start longer for all.
 */
export function textsIn(locale: Locale): Partial<Texts> {
  const known = read.get(locale);
  if (known) return known;
  const file = readFileSync(new URL(`./${locale}.json`, import.meta.url), "utf8");
  const texts = JSON.parse(locale === "fr" ? withFixedSpaces(file) : file);
  read.set(locale, texts);
  return texts;
}

/** English has every text, and stands in where another language is silent. */
export function english(): Texts {
  return textsIn("en") as Texts;
}

export function isText(key: string): key is TextKey {
  return key in english();
}

export type Values = Record<string, string | number | Date>;

/** All that is said in one language: texts (ICU messages), numbers, dates, names of countries. */
export interface Speech {
  locale: Locale;
  dir: "ltr" | "rtl";
  t(key: TextKey, values?: Values): string;
  number(n: number): string;
  /** A day such as 21 October 2027, out of an ISO date or moment, in the given zone (UTC unless said). */
  day(iso: string, timeZone?: string): string;
  /** A day with the time of day in the given zone, and the zone's short name. */
  moment(iso: string, timeZone: string): string;
  /** Names in one sentence: `Ada, Grace and Edith`. */
  list(names: readonly string[]): string;
  country(code: string): string;
  language(code: string): string;
}

const speeches = new Map<Locale, Speech>();

export function speak(locale: Locale): Speech {
  const known = speeches.get(locale);
  if (known) return known;
  const made = make(locale);
  speeches.set(locale, made);
  return made;
}

/** English without a region would be American in its dates; ours is read everywhere. */
const formats: Partial<Record<Locale, string>> = { en: "en-GB" };

function make(locale: Locale): Speech {
  const format = formats[locale] ?? locale;
  const texts = textsIn(locale);
  // A text that is not written yet is said in English: better than its key. A test names each such text.
  const textOf = (key: TextKey) => texts[key] ?? english()[key];
  const messages = remembered((key: TextKey) => new IntlMessageFormat(textOf(key), format));
  const numbers = new Intl.NumberFormat(format);
  const lists = new Intl.ListFormat(format);
  const countryNames = new Intl.DisplayNames(format, { type: "region" });
  const languageNames = new Intl.DisplayNames(format, { type: "language" });
  const days = remembered(
    (timeZone: string) => new Intl.DateTimeFormat(format, { dateStyle: "long", timeZone }),
  );
  const moments = remembered(
    (timeZone: string) =>
      new Intl.DateTimeFormat(format, {
        ...{ year: "numeric", month: "long", day: "numeric", hour: "numeric", minute: "2-digit" },
        timeZone,
        timeZoneName: "short",
      }),
  );
  return {
    locale,
    dir: direction(locale),
    t(key, values) {
      const text = textOf(key);
      return text.includes("{") ? String(messages(key).format(values)) : text;
    },
    number: (n) => numbers.format(n),
    day: (iso, timeZone = "UTC") => days(timeZone).format(new Date(iso)),
    // A zone such as Swahili's GMT +3 is one word.
    moment: (iso, timeZone) =>
      moments(timeZone)
        .format(new Date(iso))
        .replace(/ (?=[+-]\d)/, "\u00a0"),
    list: (names) => lists.format(names),
    country: (code) => countryNames.of(code) ?? code,
    language: (code) => languageNames.of(code) ?? code,
  };
}

/** Formatters are dear to make and cheap to keep. */
export function remembered<Name, Made>(make: (name: Name) => Made): (name: Name) => Made {
  const made = new Map<Name, Made>();
  return (name) => {
    const known = made.get(name);
    if (known !== undefined) return known;
    const fresh = make(name);
    made.set(name, fresh);
    return fresh;
  };
}
