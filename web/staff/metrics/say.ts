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
  moment(iso: string): string;
  /** How long, in the largest unit that it fills. */
  lasting(seconds: number): string;
  country(code: string): string;
  language(code: string): string;
  /** A cell's own name, where it is a word of ours. */
  cell(code: string): string;
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
  const t: Say["t"] = (word, values = {}) =>
    typeset(texts[language][word]).replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
  const cell = (code: string) => (code === "unknown" || code === "other" ? t(code) : code);
  const named = (type: "region" | "language") => {
    const names = new Intl.DisplayNames(format, { type, fallback: "code" });
    return (code: string) => (cell(code) === code ? (names.of(code) ?? code) : cell(code));
  };
  return {
    t,
    number: (n) => numbers.format(n),
    share: (of) => shares.format(of),
    lasting: (seconds) => lasting(format, seconds),
    moment: (iso) => moments.format(new Date(iso)),
    country: named("region"),
    language: named("language"),
    cell,
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
