import { stillGoes } from "../../shared/domain/news-states.ts";
import { isLocale, type Locale, nearestLocale, speak } from "../../shared/locales/speak.ts";
import { addressIn, lastingUntil, linkUrl, oneClickUrl } from "../../shared/mail/links.ts";
import type { Letter } from "../../shared/mail/mime.ts";
import type { OwedMail } from "../../shared/mail/owed.ts";
import type { Mailing } from "../../shared/table/mailing.ts";
import type { News, NewsText } from "../../shared/table/news.ts";
import { isFor } from "../../shared/table/news-audience.ts";
import { newsMail } from "../../web/mails/news.tsx";
import type { Desk } from "./letter-facts.ts";

type Written = Pick<Letter, "subject" | "html" | "text" | "unsubscribe"> & { locale: Locale };

/**
 * News to one person, whose links lead to pages in their own language, also where the text is in another; undefined where
 * the mailing was stopped, or the person has thought better of it since.
 */
export async function newsLetter(
  desk: Pick<Desk, "news" | "links">,
  mail: OwedMail,
  { participation }: Mailing,
): Promise<Written | undefined> {
  const news = await desk.news(mail.subject.slice("news.".length));
  if (!news || !stillGoes(news.state) || !participation || !isFor(news.audience, participation))
    return undefined;
  const locale = nearestLocale(participation.locale);
  const said = textFor(news.texts, locale);
  if (!said) return undefined;
  const { person, scope, generation, createdAt } = participation;
  const own = { person, subject: scope, generation, expires: lastingUntil(createdAt) };
  const links = await desk.links();
  const stop = { purpose: "unsubscribe-news", ...own } as const;
  const { action } = said.text;
  const written = newsMail(speak(said.locale), {
    ...said.text,
    action: action && { ...action, url: addressIn(locale, action.url, links.origin) },
    links: {
      manageUrl: linkUrl(links, { purpose: "manage", ...own }, locale),
      unsubscribeUrl: linkUrl(links, stop, locale),
    },
  });
  return { ...written, locale: said.locale, unsubscribe: oneClickUrl(links, stop) };
}

/** The text for somebody's language: in it, else in English, else in whichever language there is. */
export function textFor(
  texts: News["texts"],
  locale: Locale,
): { text: NewsText; locale: Locale } | undefined {
  for (const wanted of [locale, "en", ...Object.keys(texts).sort()]) {
    const text = texts[wanted];
    if (text && isLocale(wanted)) return { text, locale: wanted };
  }
  return undefined;
}
