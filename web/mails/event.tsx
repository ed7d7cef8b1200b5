import type { Speech } from "../../shared/locales/speak.ts";
import { type MailText, mail } from "./mail.tsx";
import { footer } from "./registration.tsx";
import { typed } from "./typed.ts";

interface EventFacts {
  title: string;
  startsAt: string;
  timeZone: string;
  manageUrl: string;
  unsubscribeUrl: string;
}

/** A new time or place, or that it will not take place; the calendar file goes with it. */
export function eventChangeMail(
  speech: Speech,
  kind: "event-moved" | "event-cancelled",
  facts: EventFacts & { place?: string | undefined; reason?: string | undefined },
): MailText {
  const { title, startsAt, timeZone, place, reason, manageUrl } = facts;
  const now =
    kind === "event-moved"
      ? [
          speech.t("mail.event-moved.starts", { starts: speech.moment(startsAt, timeZone) }),
          ...(place ? [speech.t("mail.event-moved.place", { place })] : []),
        ]
      : reason
        ? [speech.t("mail.event-cancelled.reason", { reason: typed(reason) })]
        : [];
  return mail(speech, {
    subject: speech.t(`mail.${kind}.subject`, { title }),
    preheader: speech.t(`mail.${kind}.preheader`),
    heading: speech.t(`mail.${kind}.heading`),
    before: [speech.t(`mail.${kind}.body`, { title }), ...now, speech.t(`mail.${kind}.calendar`)],
    action: { label: speech.t("mail.registered.action"), url: manageUrl },
    after: [],
    footer: footer(speech, facts),
  });
}

/** A day or an hour before; with the link to join, which is nobody else's. */
export function reminderMail(
  speech: Speech,
  reminder: "day" | "hour",
  facts: EventFacts & { joinLink?: string | undefined; ownZone?: string | undefined },
): MailText {
  const { title, startsAt, timeZone, ownZone = timeZone, joinLink, manageUrl } = facts;
  const [starts, yours] = [speech.moment(startsAt, timeZone), speech.moment(startsAt, ownZone)];
  return mail(speech, {
    subject: speech.t(`mail.reminder-${reminder}.subject`, { title }),
    preheader: yours,
    heading: speech.t(`mail.reminder-${reminder}.heading`),
    before: [
      speech.t("mail.reminder.body", { title, starts }),
      ...(yours === starts ? [] : [speech.t("mail.reminder.yours", { starts: yours })]),
      speech.t("mail.reminder.manage"),
    ],
    action: joinLink
      ? { label: speech.t("mail.reminder.join"), url: joinLink }
      : { label: speech.t("mail.registered.action"), url: manageUrl },
    after: [],
    footer: footer(speech, facts),
  });
}
