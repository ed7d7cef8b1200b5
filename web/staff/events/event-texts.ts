import { type Locale, locales, nativeNames } from "../../../shared/locales/languages.ts";
import type { StaffEvent } from "./staff-event.ts";

/** What is written of an event in one language; an empty description is none. */
export interface OwnText {
  title: string;
  summary: string;
  description: string;
}

/** By language; in the order in which the site names its languages. */
export type OwnTexts = Partial<Record<Locale, OwnText>>;

export function textsOf({ title, summary, description }: StaffEvent): OwnTexts {
  const written = locales.filter((locale) => title[locale] !== undefined);
  return Object.fromEntries(
    written.map((locale) => [
      locale,
      {
        title: title[locale] ?? "",
        summary: summary[locale] ?? "",
        description: description?.[locale] ?? "",
      },
    ]),
  );
}

export function writtenIn(texts: OwnTexts): Locale[] {
  return locales.filter((locale) => texts[locale] !== undefined);
}

/** Texts that are new or changed, and null for each that is no more; undefined where all is as it was. */
export function changedTexts(before: OwnTexts, after: OwnTexts): Record<string, OwnText | null> | undefined {
  const changed = locales.flatMap((locale): [string, OwnText | null][] => {
    const [was, is] = [before[locale], after[locale]];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    return [[locale, is ?? null]];
  });
  return changed.length > 0 ? Object.fromEntries(changed) : undefined;
}

export { type Locale, locales, nativeNames };
