/**
 * Which languages there are, apart from all that is said in them: what needs only a language does not carry every text.
 */

/** The languages that everything is written in; English has no prefix in paths and stands in where another is silent. */
export const locales = ["en", "fr", "es", "pt", "ar", "sw"] as const;
export type Locale = (typeof locales)[number];

/** A language's own name, for the switch. */
export const nativeNames: Record<Locale, string> = {
  en: "English",
  fr: "Français",
  es: "Español",
  pt: "Português",
  ar: "العربية",
  sw: "Kiswahili",
};

const rightToLeft: ReadonlySet<Locale> = new Set(["ar"]);

export function direction(locale: Locale): "ltr" | "rtl" {
  return rightToLeft.has(locale) ? "rtl" : "ltr";
}

/** The language that we have for a BCP 47 tag or an `Accept-Language` list; English where there is none. */
export function nearestLocale(wanted: string | undefined): Locale {
  const ranked = (wanted ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const q = parameters.map((parameter) => /^\s*q=([\d.]+)/.exec(parameter)?.[1]).find(Boolean);
      return { language: tag.toLowerCase().split("-")[0], q: q === undefined ? 1 : Number(q) };
    })
    .sort((a, b) => b.q - a.q);
  for (const { language, q } of ranked) {
    const known = locales.find((locale) => locale === language);
    if (known && q > 0) return known;
  }
  return "en";
}

export function isLocale(text: string): text is Locale {
  return locales.some((locale) => locale === text);
}
