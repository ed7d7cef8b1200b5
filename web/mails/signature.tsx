import type { Speech } from "../../shared/locales/speak.ts";
import { type MailText, mail } from "./mail.tsx";

interface Signed {
  title: string;
  version: number;
}

/** Asks to confirm a signature. Nothing that was typed stands in it: anybody may have typed it. */
export function confirmSignatureMail(
  speech: Speech,
  facts: Signed & { url: string; until: string },
): MailText {
  const { title, version, url, until } = facts;
  return mail(speech, {
    subject: speech.t("mail.sign.subject", { title }),
    preheader: speech.t("mail.sign.preheader"),
    heading: speech.t("mail.sign.heading"),
    before: [speech.t("mail.sign.body", { title, version })],
    action: { label: speech.t("mail.sign.action"), url },
    after: [
      speech.t("mail.confirm.how"),
      speech.t("mail.confirm.until", { until: speech.moment(until, "UTC") }),
      speech.t("mail.confirm.not-you"),
    ],
    footer: [],
  });
}

export interface OwnLinks {
  manageUrl: string;
  unsubscribeUrl: string;
}

/** Thanks for a signature; names the exact text, and brings the link to share. */
export function signedMail(
  speech: Speech,
  facts: Signed & OwnLinks & { sha256: string; shareUrl: string; joinUrl?: string | undefined },
): MailText {
  const { title, version, sha256, shareUrl, joinUrl, manageUrl } = facts;
  return mail(speech, {
    subject: speech.t("mail.signed.subject", { title }),
    preheader: speech.t("mail.signed.preheader"),
    heading: speech.t("mail.signed.heading"),
    before: [speech.t("mail.signed.body", { title, version }), speech.t("mail.signed.digest", { sha256 })],
    action: { label: speech.t("mail.signed.action"), url: manageUrl },
    after: [
      speech.t("mail.signed.share"),
      shareUrl,
      ...(joinUrl === undefined ? [] : [speech.t("mail.signed.join"), joinUrl]),
    ],
    footer: footer(speech, facts),
  });
}

/** Answers a signature where one stands already, so that the form's answer need not tell anybody. */
export function alreadySignedMail(speech: Speech, facts: { title: string } & OwnLinks): MailText {
  const { title, manageUrl } = facts;
  return mail(speech, {
    subject: speech.t("mail.already-signed.subject", { title }),
    preheader: speech.t("mail.already-signed.preheader"),
    heading: speech.t("mail.already-signed.heading"),
    before: [speech.t("mail.already-signed.body", { title })],
    action: { label: speech.t("mail.signed.action"), url: manageUrl },
    after: [],
    footer: footer(speech, facts),
  });
}

/** Asks whether a promise was kept; the answer is one press on the page behind the link. */
export function keptQuestionMail(
  speech: Speech,
  facts: { title: string; promisedAt: string; last: boolean } & OwnLinks,
): MailText {
  const { title, promisedAt, last, manageUrl } = facts;
  return mail(speech, {
    subject: speech.t("mail.kept.subject", { title }),
    preheader: speech.t("mail.kept.preheader"),
    heading: speech.t("mail.kept.heading"),
    before: [speech.t("mail.kept.body", { title, day: speech.day(promisedAt) })],
    action: { label: speech.t("mail.kept.action"), url: manageUrl },
    after: [speech.t(last ? "mail.kept.last" : "mail.kept.once-more")],
    footer: footer(speech, facts),
  });
}

/** Tells that a newer text is in force, and asks whether the signature holds for it. */
export function textChangedMail(
  speech: Speech,
  facts: Signed & OwnLinks & { current: number; note?: string | undefined },
): MailText {
  const { title, version, current, note, manageUrl } = facts;
  return mail(speech, {
    subject: speech.t("mail.text-changed.subject", { title }),
    preheader: speech.t("mail.text-changed.preheader"),
    heading: speech.t("mail.text-changed.heading"),
    before: [
      speech.t("mail.text-changed.body", { title, version, current }),
      ...(note ? [speech.t("mail.text-changed.note", { note })] : []),
    ],
    action: { label: speech.t("mail.text-changed.action"), url: manageUrl },
    after: [],
    footer: footer(speech, facts),
  });
}

/** Tells an organization that its signature is looked at, and how it can show by itself who it is. */
export function signatureHeldMail(
  speech: Speech,
  facts: { title: string; organization: string; isToProve: boolean } & OwnLinks,
): MailText {
  const { title, organization, isToProve, manageUrl } = facts;
  return mail(speech, {
    subject: speech.t("mail.signature-held.subject", { organization }),
    preheader: speech.t("mail.signature-held.preheader"),
    heading: speech.t("page.signing.held.title"),
    before: [
      speech.t("mail.signature-held.body", { title, organization }),
      ...(isToProve ? [speech.t("mail.signature-held.prove")] : []),
    ],
    action: {
      label: speech.t(isToProve ? "page.member-manage.proof" : "mail.signed.action"),
      url: manageUrl,
    },
    after: [],
    footer: footer(speech, facts),
  });
}

/** Tells an organization that its signature was not taken. */
export function signatureDeclinedMail(
  speech: Speech,
  facts: { title: string; organization: string } & OwnLinks,
): MailText {
  const { title, organization } = facts;
  return mail(speech, {
    subject: speech.t("mail.signature-declined.subject", { organization }),
    preheader: speech.t("mail.signature-declined.preheader"),
    heading: speech.t("mail.signature-declined.heading"),
    before: [speech.t("mail.signature-declined.body", { title, organization })],
    after: [],
    footer: footer(speech, facts),
  });
}

function footer(speech: Speech, facts: OwnLinks) {
  return [
    { label: speech.t("mail.footer.manage"), url: facts.manageUrl },
    { label: speech.t("mail.footer.unsubscribe"), url: facts.unsubscribeUrl },
  ];
}
