import { withFixedSpaces } from "../../../shared/locales/fixed-spaces.ts";
import { en } from "./words-en.ts";
import { fr } from "./words-fr.ts";

export type Word = keyof typeof en;

/** All that the metrics say in one language. */
export interface Say {
  t(word: Word, values?: Record<string, string | number>): string;
  number(n: number): string;
  /** Small shares keep their digits. */
  share(of: number): string;
  /** In UTC, as days are, and with its zone: elsewhere the console speaks in the reader's. */
  moment(iso: string): string;
  /** A column of days, whose files have them as they are. */
  days: { name: string; show: (day: unknown) => string };
  /** A day, `2027-10-21`. */
  day(iso: string): string;
  /** How long, in the largest unit that it fills. */
  lasting(seconds: number): string;
  country(code: string): string;
  language(code: string): string;
  /** A cell's own name, where it is a word of ours. */
  cell(code: string): string;
  /** What one of a group is called, such as a kind of mail; its code where it has no name. */
  named(group: "mail" | "member", code: string): string;
}

const texts = { en, fr };
const formats = { en: "en-GB", fr: "fr" };

export function sayIn(language: keyof typeof texts): Say {
  const format = formats[language];
  const numbers = new Intl.NumberFormat(format);
  const shares = new Intl.NumberFormat(format, { style: "percent", maximumSignificantDigits: 2 });
  const moments = new Intl.DateTimeFormat(format, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "UTC",
  });
  const typeset = language === "fr" ? withFixedSpaces : String;
  const days = new Intl.DateTimeFormat(format, { dateStyle: "medium", timeZone: "UTC" });
  const dayText = (iso: string) => days.format(new Date(`${iso}T00:00:00Z`));
  const t: Say["t"] = (word, values = {}) =>
    typeset(texts[language][word]).replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
  const cell = (code: string) => (code === "unknown" || code === "other" ? t(code) : code);
  const names = (type: "region" | "language") => {
    const known = new Intl.DisplayNames(format, { type, fallback: "code" });
    return (code: string) => (cell(code) === code ? (known.of(code) ?? code) : cell(code));
  };
  return {
    t,
    number: (n) => numbers.format(n),
    share: (of) => shares.format(of),
    lasting: (seconds) => lasting(format, seconds),
    moment: (iso) => `${moments.format(new Date(iso))} UTC`,
    days: { name: t("day"), show: (day) => dayText(String(day)) },
    day: dayText,
    country: names("region"),
    language: names("language"),
    cell,
    named: (group, code) => {
      const word = `${group}.${code}`;
      return word in en ? t(word as Word) : code;
    },
  };
}

const units = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
] as const;

function lasting(format: string, seconds: number): string {
  const [unit, size] = units.find(([, least]) => seconds >= least) ?? ["second", 1];
  return new Intl.NumberFormat(format, { style: "unit", unit, unitDisplay: "long" }).format(
    Math.floor(seconds / size),
  );
}
