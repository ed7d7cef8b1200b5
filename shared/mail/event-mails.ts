/** Mails that everybody registered for an event gets: they go by the queue for many. */
export const eventMailKinds = ["event-moved", "event-cancelled", "reminder-day", "reminder-hour"] as const;
export type EventMailKind = (typeof eventMailKinds)[number];

export function isEventMail(kind: string): kind is EventMailKind {
  return eventMailKinds.some((known) => known === kind);
}

/** Which reminders there are, and how long before the event each is due. */
export const reminders = { day: 24 * 3_600_000, hour: 3_600_000 } as const;
export type Reminder = keyof typeof reminders;
export const reminderNames = ["day", "hour"] as const satisfies Reminder[];

/** When a reminder is due. */
export function dueAt(reminder: Reminder, { startsAt }: { startsAt: string }): Date {
  return new Date(new Date(startsAt).getTime() - reminders[reminder]);
}

/**
 * Which occasion a reminder is of: the day (or the hour) in which the event begins, counted from 1970. So an event that is
 * moved within its day owes no second mail of the day before, and one that is moved to another day does.
 */
export function occasion(reminder: Reminder, { startsAt }: { startsAt: string }): number {
  return Math.floor(new Date(startsAt).getTime() / reminders[reminder]);
}
