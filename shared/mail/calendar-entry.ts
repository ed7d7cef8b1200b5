import type { Locale } from "../locales/speak.ts";
import type { Event } from "../table/scope.ts";
import { textIn } from "../table/views.ts";
import type { CalendarEntry } from "./calendar.ts";

/** An event as calendars show it, in the reader's language. */
export function calendarEntry(
  event: Event,
  { locale, origin }: { locale: Locale; origin: string },
): CalendarEntry {
  return {
    slug: event.slug,
    title: textIn(event.title, locale),
    summary: textIn(event.summary, locale),
    url: `${origin}/events/${event.slug}`,
    startsAt: event.startsAt,
    endsAt: event.endsAt,
    sequence: event.sequence,
    cancelled: event.state === "cancelled",
    place: event.place?.name,
    changedAt: event.changedAt,
  };
}
