import type { Speech } from "../../shared/locales/speak.ts";
import { type MailText, mail } from "./mail.tsx";
import { footer } from "./registration.tsx";

interface SeatFacts {
  title: string;
  manageUrl: string;
  unsubscribeUrl: string;
}

/** The address is confirmed, the event is full: they stand in line. */
export function waitlistedMail(speech: Speech, facts: SeatFacts): MailText {
  const { title, manageUrl } = facts;
  return mail(speech, {
    subject: speech.t("mail.waitlisted.subject", { title }),
    preheader: speech.t("mail.waitlisted.preheader"),
    heading: speech.t("mail.waitlisted.heading"),
    before: [speech.t("mail.waitlisted.body", { title }), speech.t("mail.waitlisted.how")],
    action: { label: speech.t("mail.waitlisted.action"), url: manageUrl },
    after: [],
    footer: footer(speech, facts),
  });
}

/** A seat has got free and is theirs until `until` (an ISO moment). */
export function seatOfferedMail(
  speech: Speech,
  facts: SeatFacts & { until: string; timeZone: string },
): MailText {
  const { title, manageUrl, until, timeZone } = facts;
  return mail(speech, {
    subject: speech.t("mail.seat-offered.subject", { title }),
    preheader: speech.t("mail.seat-offered.preheader"),
    heading: speech.t("mail.seat-offered.heading"),
    before: [
      speech.t("mail.seat-offered.body", { title }),
      speech.t("mail.seat-offered.until", { until: speech.moment(until, timeZone) }),
    ],
    action: { label: speech.t("mail.seat-offered.action"), url: manageUrl },
    after: [speech.t("mail.seat-offered.else")],
    footer: footer(speech, facts),
  });
}

/** The time to accept has run out; `waits` says whether they stand in line again. */
export function seatPassedMail(speech: Speech, facts: SeatFacts & { waits: boolean }): MailText {
  const { title, manageUrl, waits } = facts;
  return mail(speech, {
    subject: speech.t("mail.seat-passed.subject", { title }),
    preheader: speech.t("mail.seat-passed.preheader"),
    heading: speech.t("mail.seat-passed.heading"),
    before: [
      speech.t("mail.seat-passed.body", { title }),
      speech.t(waits ? "mail.seat-passed.waits" : "mail.seat-passed.out"),
    ],
    action: { label: speech.t("mail.seat-passed.action"), url: manageUrl },
    after: [],
    footer: footer(speech, facts),
  });
}
