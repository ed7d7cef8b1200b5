import type { Speech } from "../../shared/locales/speak.ts";
import { type MailText, mail } from "./mail.tsx";
import { typed } from "./typed.ts";

/** Asks whoever proposed an event to show that the address is theirs. */
export function proposalConfirmMail(
  speech: Speech,
  { title, url, until }: { title: string; url: string; until: string },
): MailText {
  return mail(speech, {
    subject: speech.t("mail.proposal-confirm.subject", { title }),
    preheader: speech.t("mail.proposal-confirm.preheader"),
    heading: speech.t("mail.proposal-confirm.heading"),
    before: [speech.t("mail.proposal-confirm.body", { title })],
    action: { label: speech.t("mail.proposal-confirm.action"), url },
    after: [
      speech.t("mail.confirm.how"),
      speech.t("mail.confirm.until", { until: speech.moment(until, "UTC") }),
      speech.t("mail.confirm.not-you"),
    ],
    footer: [],
  });
}

type Kind = "proposal-submitted" | "proposal-approved" | "proposal-declined" | "proposal-question";

/** Tells them how it stands; `reason` is what the organizers wrote, `url` the event's page once it has one. */
export function proposalMail(
  speech: Speech,
  kind: Kind,
  facts: {
    title: string;
    reason?: string | undefined;
    url?: string | undefined;
    /** Their own page about the event, once it is published. */
    organizeUrl?: string | undefined;
    unsubscribeUrl: string;
  },
): MailText {
  const { title, reason, url, organizeUrl, unsubscribeUrl } = facts;
  return mail(speech, {
    subject: speech.t(`mail.${kind}.subject`, { title }),
    preheader: speech.t(`mail.${kind}.preheader`),
    heading: speech.t(`mail.${kind}.heading`),
    before: [
      speech.t(`mail.${kind}.body`, { title }),
      ...(reason ? [speech.t("mail.proposal.reason", { reason: typed(reason) })] : []),
    ],
    ...(url && { action: { label: speech.t("mail.proposal-approved.action"), url } }),
    after: [],
    footer: [
      ...(organizeUrl ? [{ label: speech.t("mail.proposal-approved.organize"), url: organizeUrl }] : []),
      { label: speech.t("mail.footer.unsubscribe"), url: unsubscribeUrl },
    ],
  });
}

/** Asks how many came; `isAgain` where they were asked before. */
export function reportQuestionMail(
  speech: Speech,
  facts: { title: string; isAgain: boolean; url: string; unsubscribeUrl: string },
): MailText {
  const { title, isAgain, url, unsubscribeUrl } = facts;
  return mail(speech, {
    subject: speech.t("mail.report-question.subject", { title }),
    preheader: speech.t("mail.report-question.preheader"),
    heading: speech.t("mail.report-question.heading"),
    before: [
      speech.t("mail.report-question.body", { title }),
      ...(isAgain ? [speech.t("mail.report-question.again")] : []),
    ],
    action: { label: speech.t("mail.report-question.action"), url },
    after: [],
    footer: [{ label: speech.t("mail.footer.unsubscribe"), url: unsubscribeUrl }],
  });
}
