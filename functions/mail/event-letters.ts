import { counts } from "../../shared/domain/participation-states.ts";
import { dueAt, isInTime, type Reminder, zoneOf } from "../../shared/domain/reminder-times.ts";
import { type EventMailKind, occasion } from "../../shared/mail/event-mails.ts";
import { eventChangeMail, reminderMail } from "../../web/mails/event.tsx";
import { whereOf } from "../../web/parts/when.tsx";
import { calendarOf, type Facts, oneClick, ownLinks, titleIn, type Written } from "./letter-facts.ts";

/** Letters to everybody registered; undefined where things have changed since, and the letter is true no more. */
export const eventLetters: Record<EventMailKind, (facts: Facts) => Written | undefined> = {
  "event-moved": (facts) => {
    const { event, mail } = facts;
    const isNewest = event.sequence === mail.occurrence && event.state !== "cancelled";
    return isNewest && isConcerned(facts) ? changeLetter(facts, "event-moved") : undefined;
  },
  "event-cancelled": (facts) =>
    facts.event.state === "cancelled" && isConcerned(facts)
      ? changeLetter(facts, "event-cancelled")
      : undefined,
  "reminder-day": (facts) => reminderLetter(facts, "day"),
  "reminder-hour": (facts) => reminderLetter(facts, "hour"),
};

/** Those in line and those with an offer have planned with it too. */
function isConcerned({ participation: { state } }: Facts): boolean {
  return counts(state) || state === "waitlisted" || state === "offered";
}

function changeLetter(facts: Facts, kind: "event-moved" | "event-cancelled"): Written {
  const { event, speech } = facts;
  const { startsAt, timeZone, place, reason } = event;
  const said = eventChangeMail(speech, kind, {
    ...{ title: titleIn(event, speech), startsAt, timeZone },
    ...(place && { place: whereOf(speech, { place, online: false }) }),
    ...(kind === "event-cancelled" && { reason }),
    ...ownLinks(facts),
  });
  return { ...said, unsubscribe: oneClick(facts), calendar: calendarOf(facts) };
}

/** Not too late, not for another day than it now has, not to who came to it later or refused it. */
function reminderLetter(facts: Facts, reminder: Reminder): Written | undefined {
  const { event, participation, mail, speech, now } = facts;
  const { state, confirmedAt = "", noReminders = [] } = participation;
  const isOn = event.state === "published" || event.state === "closed";
  if (!isOn || !isInTime(reminder, event, now) || occasion(reminder, event) !== mail.occurrence)
    return undefined;
  if (state !== "confirmed" || noReminders.includes(reminder)) return undefined;
  const zone = zoneOf(participation, event);
  if (new Date(confirmedAt) > dueAt(reminder, event, zone)) return undefined;
  const { startsAt, timeZone, joinLink } = event;
  const said = reminderMail(speech, reminder, {
    ...{ title: titleIn(event, speech), startsAt, timeZone, joinLink, ownZone: zone },
    ...ownLinks(facts),
  });
  return { ...said, unsubscribe: oneClick(facts) };
}
