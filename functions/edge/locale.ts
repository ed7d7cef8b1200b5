import { isLocale, type Locale, nearestLocale } from "../../shared/locales/speak.ts";
import type { Asked } from "./asked.ts";

/** The language that a page is asked for in: the one in its path, else English, which has no prefix. */
export function pageLocale(asked: Asked): Locale {
  const { locale } = asked.params;
  return locale !== undefined && isLocale(locale) ? locale : "en";
}

/** The language to write to somebody in: what they said, else the page's, else what their browser prefers. */
export function signupLocale(asked: Asked, said: string | undefined): Locale {
  const { locale } = asked.params;
  if (said !== undefined) return nearestLocale(said);
  return locale !== undefined && isLocale(locale) ? locale : nearestLocale(asked.headers["accept-language"]);
}
