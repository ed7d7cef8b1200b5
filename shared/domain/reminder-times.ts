/** Which reminders there are, and how long before the event each is due. */
export const reminders = { day: 24 * 3_600_000, hour: 3_600_000 } as const;
export type Reminder = keyof typeof reminders;
export const reminderNames = ["day", "hour"] as const satisfies Reminder[];

/** Between these the reminder of the day before reaches people, in minutes of their own day. */
const [morning, evening] = [9 * 60, 19 * 60];
const minutesADay = 24 * 60;

/** A reminder of the day before that is later than this is none: the one of the hour before follows. */
const latestDayReminder = 6 * 3_600_000;

/**
 * When a reminder is due for somebody in a time zone (IANA), or for whom none is known. The one of the day before keeps
 * to their day: what would come at night comes at nine in the morning or seven in the evening of that same day, their
 * time. The one of the hour before is due when it is. Pure.
 */
export function dueAt(reminder: Reminder, { startsAt }: { startsAt: string }, timeZone?: string): Date {
  const due = new Date(new Date(startsAt).getTime() - reminders[reminder]);
  if (reminder === "hour" || timeZone === undefined) return due;
  return byDay(due, offsetAt(timeZone, due));
}

/** Every moment at which a reminder is due for somebody, wherever they are; in order. */
export function allDueAt(reminder: Reminder, event: { startsAt: string }): Date[] {
  const due = dueAt(reminder, event);
  if (reminder === "hour") return [due];
  const moments = new Set([due.getTime(), ...offsetsAt(due).map((offset) => byDay(due, offset).getTime())]);
  return [...moments].sort((a, b) => a - b).map((moment) => new Date(moment));
}

/** The longest time before an event at which some reminder may be due. */
export const earliestReminder = reminders.day + (minutesADay - evening) * 60_000;

/** Whether a reminder may still go out. */
export function isInTime(reminder: Reminder, { startsAt }: { startsAt: string }, now: Date): boolean {
  const left = new Date(startsAt).getTime() - now.getTime();
  return left > (reminder === "day" ? latestDayReminder : 0);
}

/**
 * The time zone that somebody is known to be in: the one their browser told, the only one of their country, or that of
 * the place to which they are going.
 */
export function zoneOf(
  person: { timeZone?: string | undefined; country?: string | undefined },
  event: { place?: object | undefined; timeZone: string },
): string | undefined {
  return person.timeZone ?? onlyZoneIn(person.country) ?? (event.place && event.timeZone);
}

function byDay(due: Date, offset: number): Date {
  const minutes = Math.floor(due.getTime() / 60_000) + offset;
  const ofDay = ((minutes % minutesADay) + minutesADay) % minutesADay;
  const kept = Math.min(evening, Math.max(morning, ofDay));
  return new Date(due.getTime() + (kept - ofDay) * 60_000);
}

function onlyZoneIn(country: string | undefined): string | undefined {
  if (country === undefined) return undefined;
  // TypeScript knows of this method later than engines do.
  const zones = (
    new Intl.Locale(`und-${country}`) as { getTimeZones?: () => string[] | undefined }
  ).getTimeZones?.();
  return zones?.length === 1 ? zones[0] : undefined;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Minutes by which a zone's clocks are ahead of UTC at a moment. */
function offsetAt(timeZone: string, at: Date): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset", hour: "numeric" });
    formats.set(timeZone, format);
  }
  const name = format.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? "";
  const [, sign = "+", hours = "0", minutes = "0"] = /GMT([+-])(\d+):(\d+)/.exec(name) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** All that clocks differ from UTC anywhere, at a moment; whole hours always, since some zones have names of their own. */
function offsetsAt(at: Date): number[] {
  const whole = Array.from({ length: 27 }, (_, i) => (i - 12) * 60);
  return [...new Set([...whole, ...Intl.supportedValuesOf("timeZone").map((zone) => offsetAt(zone, at))])];
}
