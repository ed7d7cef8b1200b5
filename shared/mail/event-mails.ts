import { type Reminder, reminderNames, reminders } from "../domain/reminder-times.ts";

/** Mails that everybody registered for an event gets: they go by the queue for many. */
export const eventMailKinds = ["event-moved", "event-cancelled", "reminder-day", "reminder-hour"] as const;
export type EventMailKind = (typeof eventMailKinds)[number];

export function isEventMail(kind: string): kind is EventMailKind {
  return eventMailKinds.some((known) => known === kind);
}

/** Which reminder a kind of mail is; undefined where it is none. */
export function reminderOf(kind: EventMailKind): Reminder | undefined {
  return reminderNames.find((name) => kind === `reminder-${name}`);
}

/**
 * Which occasion a reminder is of: the day (or the hour) in which the event begins, counted from 1970. So an event that is
 * moved within its day owes no second mail of the day before, and one that is moved to another day does.
 */
export function occasion(reminder: Reminder, { startsAt }: { startsAt: string }): number {
  return Math.floor(new Date(startsAt).getTime() / reminders[reminder]);
}
