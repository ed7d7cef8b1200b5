import { type Locale, locales } from "../shared/locales/speak.ts";
import type { View } from "./view.ts";

/** The path of a page in a language: English has no prefix. `path` is without one and begins with a slash. */
export function pathIn(locale: Locale, path: string): string {
  if (locale === "en") return path;
  return path === "/" ? `/${locale}` : `/${locale}${path}`;
}

/** A link from a page to another one in the same language. */
export function to(view: View, path: string): string {
  return pathIn(view.locale, path);
}

/** On a link out of a frame: our other pages may be shown in none. */
export const newTab = { target: "_blank", rel: "noopener" } as const;

/** The same page in every language, absolute, for `hreflang`. */
export function alternates(view: View): { locale: Locale; href: string }[] {
  return locales.map((locale) => ({ locale, href: view.origin + pathIn(locale, view.path) }));
}

/** The address of a calendar file, which has no language in its path, in the language of the page. */
export function calendarIn(view: View, path: string): string {
  return view.locale === "en" ? path : `${path}${path.includes("?") ? "&" : "?"}locale=${view.locale}`;
}
