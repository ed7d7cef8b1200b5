import { eventStatus } from "../domain/event-openness.ts";
import type { Locale } from "../locales/speak.ts";
import { pictureView } from "./picture.ts";
import type { Campaign, Event } from "./scope.ts";

/** A text in a language, else in English, else in whichever it is written in. */
export function textIn(texts: Record<string, string>, locale: Locale): string {
  return texts[languageOf(texts, locale)] ?? "";
}

function languageOf(texts: Record<string, string>, locale: Locale): string {
  return [locale, "en", ...Object.keys(texts)].find((language) => texts[language] !== undefined) ?? "en";
}

/** Says of each text in which language it is, where that is not the one that was asked for. */
export function langOf(
  { title, summary }: { title: Record<string, string>; summary: Record<string, string> },
  locale: Locale,
) {
  const other = (texts: Record<string, string>) => {
    const language = languageOf(texts, locale);
    return language === locale ? undefined : language;
  };
  const lang = { title: other(title), summary: other(summary) };
  return lang.title || lang.summary ? { lang } : {};
}

/** An event as pages and the API show it, in one language; without the link to join, which is not for the public. */
export function eventView(event: Event, locale: Locale, now: Date) {
  const { slug, starts, ends, startsAt, endsAt, timeZone, online, place, capacity, campaign } = event;
  return {
    slug,
    title: textIn(event.title, locale),
    summary: textIn(event.summary, locale),
    ...langOf(event, locale),
    starts,
    ends,
    startsAt,
    endsAt,
    timeZone,
    online,
    ...(place && { place }),
    capacity,
    status: eventStatus(event, now),
    campaign: campaign.slice("campaign.".length),
    ...(event.descriptionHtml && { description: textIn(event.descriptionHtml, locale) }),
    ...(event.languages && { languages: event.languages }),
    ...(event.organizer && { organizer: event.organizer }),
    ...(event.member && { member: event.member }),
    ...(event.accessibility && { accessibility: event.accessibility }),
    ...(event.picture && { picture: picturedIn(event.picture, locale) }),
  };
}

/** An event's picture with what it shows, and in which language that is said where it is not the one that was asked for. */
export function picturedIn(picture: NonNullable<Event["picture"]>, locale: Locale) {
  const language = languageOf(picture.alt, locale);
  return {
    ...pictureView(picture),
    alt: picture.alt[language] ?? "",
    ...(language !== locale && { lang: language }),
  };
}

/** A campaign as pages and the API show it, in one language. */
export function campaignView(campaign: Campaign, locale: Locale) {
  const { slug, goal, starts, ends } = campaign;
  return {
    slug,
    title: textIn(campaign.title, locale),
    summary: textIn(campaign.summary, locale),
    ...langOf(campaign, locale),
    goal,
    starts,
    ends,
  };
}
