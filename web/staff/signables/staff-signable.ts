import type { Signable } from "../../../shared/table/scope.ts";
import { currentLanguage } from "../texts/texts.ts";

export type { SignableKind } from "../../../shared/table/scope.ts";

/** A pledge or a statement as the staff API lists it. */
export type StaffSignable = Omit<Signable, "pk" | "sk" | "entity" | "listPk" | "listSk"> & {
  askAfterDays?: number;
  askAgainAfterDays?: number;
  frozen?: { at: string; sha256: string; signatures: number };
};

export interface StaffText {
  /** BCP 47. */
  locale: string;
  text: string;
  sha256: string;
}

/** The same on its own page: the texts in force, those of the next version, and figures that are for the staff. */
export type SignableFile = StaffSignable & {
  texts: StaffText[];
  nextVersion: number;
  nextTexts: StaffText[];
  figures: Record<"actions" | "people" | "kept" | "referred" | "organizations", number>;
};

/** What every form on its page is given. */
export interface Acting {
  file: SignableFile;
  /** It was done; the text says so, and the file is read anew. */
  done: (text: string) => void;
  /** Reads it anew, since somebody else has changed it. */
  again: () => void;
}

/** In the staff API. */
export function signablePath({ kind, slug }: Pick<StaffSignable, "kind" | "slug">, part = ""): string {
  return `${kind}s/${encodeURIComponent(slug)}${part}`;
}

/** On the public site. */
export function publicPath({ kind, slug }: Pick<StaffSignable, "kind" | "slug">): string {
  return `/${kind}s/${slug}`;
}

export function titleOf({ title, slug }: Pick<StaffSignable, "title" | "slug">): string {
  return title[currentLanguage()] ?? title.en ?? slug;
}

export function currentVersion({ versions }: Pick<StaffSignable, "versions">): number {
  return versions.at(-1)?.version ?? 0;
}

/** Every language that something is written in, English first, then by code. */
export function languagesOf({ title, summary, texts, nextTexts }: SignableFile): string[] {
  const written = [...texts, ...nextTexts].map(({ locale }) => locale);
  return inOrder(new Set([...Object.keys(title), ...Object.keys(summary), ...written]));
}

function inOrder(locales: Iterable<string>): string[] {
  return [...locales].sort((a, b) => Number(b === "en") - Number(a === "en") || (a < b ? -1 : 1));
}

/** Languages to write in beyond those of the site; more can be had by the API. */
const further =
  `bn bg cs da de el et fa fi he hi hr hu id it ja ka ko lt ms ne nl no pl ro ru sk sl sq sr sv ta th tl
  tr uk ur vi zh`.split(/\s+/);

export const offeredLanguages: readonly string[] = ["en", "ar", "fr", "es", "pt", "sw", ...further];

export function languageText(code: string): string {
  return new Intl.DisplayNames(currentLanguage(), { type: "language", fallback: "code" }).of(code) ?? code;
}

/** Languages by name, English first. */
export function languagesText(locales: readonly string[]): string {
  return inOrder(locales).map(languageText).join(", ");
}

/** Which way a language is written. */
export function directionOf(locale: string): "ltr" | "rtl" {
  return /^(?:ar|fa|he|ur|ps|ckb|dv|yi)\b/.test(locale) ? "rtl" : "ltr";
}
