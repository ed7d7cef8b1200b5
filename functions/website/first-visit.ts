import { type Locale, nearestLocale } from "../../shared/locales/speak.ts";
import type { Asked } from "../edge/asked.ts";

/** What the answer at `/` depends on, for whoever keeps it. */
export const firstVisitVaries = "Accept-Language, Sec-Fetch-Site";

/**
 * The language that somebody who comes to `/` from outside is led to; undefined where they stay: their language is
 * English or none of ours, or they followed a link of our own, so that who chose English is not sent away again.
 * docs/adr/0030-first-visit.md
 */
export function languageOfFirstVisit({ path, headers }: Pick<Asked, "path" | "headers">): Locale | undefined {
  if (path !== "/" || headers["sec-fetch-site"] === "same-origin") return undefined;
  const nearest = nearestLocale(headers["accept-language"]);
  return nearest === "en" ? undefined : nearest;
}
