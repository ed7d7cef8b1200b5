import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";

/** What a calendar shows of an event; `startsAt` and `endsAt` are UTC, `timeZone` IANA. */
export interface CalendarEntry {
  slug: string;
  title: string;
  summary: string;
  url: string;
  startsAt: string;
  endsAt: string;
  sequence: number;
  cancelled: boolean;
  place?: string | undefined;
  changedAt?: string | undefined;
}

/**
 * The calendar file (RFC 5545) of events. An event has one UID for good and `SEQUENCE` rises with each change, so that
 * a calendar replaces its entry instead of adding another. Times are in UTC, which every calendar shows in local time.
 */
export function calendarFile(entries: readonly CalendarEntry[], host: string): string {
  const cancelled = entries.length === 1 && entries[0]?.cancelled;
  const calendar = ical({
    prodId: "//Global Encryption Coalition//Campaigns//EN",
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  });
  for (const entry of entries) {
    calendar.createEvent({
      id: `${entry.slug}@${host}`,
      sequence: entry.sequence,
      start: new Date(entry.startsAt),
      end: new Date(entry.endsAt),
      stamp: new Date(entry.changedAt ?? entry.startsAt),
      summary: entry.title,
      description: entry.summary,
      url: entry.url,
      location: entry.place ?? null,
      status: entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}
