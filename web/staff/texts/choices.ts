import { countries } from "../../../shared/domain/country.ts";
import { locales, nativeNames } from "../../../shared/locales/languages.ts";
import type { Choice } from "../parts/field.tsx";
import { countryText, currentLanguage, type Language, languageText } from "./texts.ts";

const sorted = new Map<Language, readonly Choice[]>();

/** Countries by their names in the reader's language, in its order. Kept, since sorting by a language's rules is dear. */
export function countryChoices(): readonly Choice[] {
  const language = currentLanguage();
  const known = sorted.get(language);
  if (known) return known;
  const list = byText(countries.map((value) => ({ value, text: countryText(value) })));
  sorted.set(language, list);
  return list;
}

/** The languages that the site speaks, each in its own words. */
export const siteLanguages: readonly Choice[] = locales.map((value) => ({ value, text: nativeNames[value] }));

/** Languages by their names in the reader's language, each once. */
export function languageChoices(codes: Iterable<string>): readonly Choice[] {
  return byText([...new Set(codes)].map((value) => ({ value, text: languageText(value) })));
}

function byText(choices: readonly Choice[]): readonly Choice[] {
  const { compare } = new Intl.Collator(currentLanguage());
  return [...choices].sort((a, b) => compare(a.text, b.text));
}
