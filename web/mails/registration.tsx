import type { Speech } from "../../shared/locales/speak.ts";
import { type MailText, mail } from "./mail.tsx";

/** Asks to confirm. Nothing that was typed stands in it but the address: anybody may have typed it. */
export function confirmMail(speech: Speech, facts: { title: string; url: string; until: string }): MailText {
  const { title, url, until } = facts;
  return mail(speech, {
    subject: speech.t("mail.confirm.subject", { title }),
    preheader: speech.t("mail.confirm.preheader"),
    heading: speech.t("mail.confirm.heading"),
    before: [speech.t("mail.confirm.body", { title })],
    action: { label: speech.t("mail.confirm.action"), url },
    after: [
      speech.t("mail.confirm.how"),
      speech.t("mail.confirm.until", { until: speech.moment(until, "UTC") }),
      speech.t("mail.confirm.not-you"),
    ],
    footer: [],
  });
}

export interface RegisteredFacts {
  title: string;
  name?: string | undefined;
  startsAt: string;
  timeZone: string;
  /** For those who are registered, and nobody else. */
  joinLink?: string | undefined;
  manageUrl: string;
  unsubscribeUrl: string;
}

/** Thanks for a confirmed registration; the calendar file goes with it. */
export function registeredMail(speech: Speech, facts: RegisteredFacts): MailText {
  const { title, name, startsAt, timeZone } = facts;
  return mail(speech, {
    subject: speech.t("mail.registered.subject", { title }),
    preheader: speech.t("mail.registered.preheader"),
    heading: speech.t("mail.registered.heading"),
    before: [
      ...(name ? [speech.t("mail.registered.greeting", { name })] : []),
      speech.t("mail.registered.body", { title }),
      speech.t("mail.registered.when", { starts: speech.moment(startsAt, timeZone) }),
      ...(facts.joinLink ? [speech.t("mail.registered.join", { url: facts.joinLink })] : []),
      speech.t("mail.registered.calendar"),
      speech.t("mail.registered.manage"),
    ],
    action: { label: speech.t("mail.registered.action"), url: facts.manageUrl },
    after: [],
    footer: footer(speech, facts),
  });
}

/** Answers a signup for what is confirmed already, so that the form's answer need not tell anybody. */
export function alreadyRegisteredMail(
  speech: Speech,
  facts: { title: string; manageUrl: string; unsubscribeUrl: string },
): MailText {
  const { title, manageUrl } = facts;
  return mail(speech, {
    subject: speech.t("mail.already-registered.subject", { title }),
    preheader: speech.t("mail.already-registered.preheader"),
    heading: speech.t("mail.already-registered.heading"),
    before: [speech.t("mail.already-registered.body", { title })],
    action: { label: speech.t("mail.already-registered.action"), url: manageUrl },
    after: [],
    footer: footer(speech, facts),
  });
}

export function footer(speech: Speech, facts: { manageUrl: string; unsubscribeUrl: string }) {
  return [
    { label: speech.t("mail.footer.manage"), url: facts.manageUrl },
    { label: speech.t("mail.footer.unsubscribe"), url: facts.unsubscribeUrl },
  ];
}
