import { type Link, type LinkPurpose, linkToken } from "../domain/link-token.ts";
import { isLocale, type Locale } from "../locales/speak.ts";

/** How long a link to manage or to unsubscribe works: longer than anybody keeps a mail for. */
const lastingDays = 400;

/** Makes the links of mails: to our pages, in the recipient's language. */
export interface LinkMaker {
  origin: string;
  secret: string;
}

export function pagePath(locale: Locale, path: string): string {
  return locale === "en" ? path : `/${locale}${path === "/" ? "" : path}`;
}

/** What stands in no language: programs' paths, the console, and files. */
const inNoLanguage = /^\/(api|assets|pictures|staff)(\/|$)|\.[a-z]+$/;

/** An address as somebody wrote it: of a page of ours, that page in the reader's language; else as it is. */
export function addressIn(locale: Locale, address: string, origin: string): string {
  const url = new URL(address);
  if (url.origin !== origin || inNoLanguage.test(url.pathname)) return address;
  const [, first = ""] = url.pathname.split("/");
  const path = isLocale(first) ? url.pathname.slice(first.length + 1) : url.pathname;
  url.pathname = pagePath(locale, path || "/");
  return url.href;
}

/** The page that a link of each purpose leads to. */
const pages: Record<LinkPurpose, string> = {
  confirm: "confirm",
  manage: "manage",
  unsubscribe: "unsubscribe",
  "unsubscribe-news": "unsubscribe",
  "unsubscribe-reminders": "unsubscribe",
  ticket: "ticket",
  invite: "confirm",
  "check-in": "check-in",
  organize: "organize",
};

export function linkUrl({ origin, secret }: LinkMaker, link: Link, locale: Locale): string {
  return `${origin}${pagePath(locale, `/${pages[link.purpose]}/${linkToken(link, secret)}`)}`;
}

/** One-click unsubscribing posts to the API, which has no language. */
export function oneClickUrl({ origin, secret }: LinkMaker, link: Link): string {
  return `${origin}/api/unsubscribe/${linkToken(link, secret)}`;
}

/** The expiry of a lasting link, made from what is stored so that each mail of a participation has the same link. */
export function lastingUntil(since: string): number {
  return Math.floor(new Date(since).getTime() / 1000) + lastingDays * 86_400;
}
