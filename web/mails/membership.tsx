import type { ProofPlaces } from "../../shared/domain/proof-places.ts";
import { isText, type Speech } from "../../shared/locales/speak.ts";
import type { MemberMailKind } from "../../shared/mail/member-owed.ts";
import type { Member } from "../../shared/table/member.ts";
import { memberText } from "../member-text.ts";
import { type MailText, mail } from "./mail.tsx";
import { typed } from "./typed.ts";

export interface MemberMailFacts {
  member: Member;
  /** Where the mail's button leads. */
  url: string;
  /** The member's public page. */
  pageUrl: string;
  contactName: string | undefined;
  /** Until when a link to confirm works, ISO. */
  until: string;
  unsubscribeUrl: string;
  /** Where a proof is looked for, where one is asked for. */
  proof?: ProofPlaces | undefined;
}

/**
 * A mail about a membership. What a stranger may have typed (names, reasons) stands only in mails to addresses that have
 * been confirmed; the first mail says the organization's name, without which nobody would know what it is about.
 */
export function memberMail(speech: Speech, kind: MemberMailKind, facts: MemberMailFacts): MailText {
  const { url, unsubscribeUrl } = facts;
  const confirms = kind === "member-confirm";
  return mail(speech, {
    subject: memberText(speech, `mail.${kind}.subject`, facts.member),
    preheader: memberText(speech, `mail.${kind}.preheader`, facts.member),
    heading: memberText(speech, `mail.${kind}.heading`, facts.member),
    before: bodyOf(speech, kind, facts),
    action: { label: speech.t(`mail.${kind}.action`), url },
    after: confirms || kind === "member-invited" ? untilOf(speech, facts) : [],
    footer: confirms ? [] : [{ label: speech.t("mail.footer.unsubscribe"), url: unsubscribeUrl }],
  });
}

function bodyOf(speech: Speech, kind: MemberMailKind, facts: MemberMailFacts): string[] {
  const { member, contactName } = facts;
  const greeting = contactName && kind !== "member-confirm";
  return [
    ...(greeting ? [speech.t("mail.registered.greeting", { name: contactName })] : []),
    memberText(speech, `mail.${kind}.body`, member),
    ...(details[kind]?.(speech, member) ?? []),
    ...proofOf(speech, facts),
  ];
}

type Details = (speech: Speech, member: Member) => string[];

const said: Details = (speech, { decision }) => [
  ...(decision ? [speech.t("mail.member.reason", { reason: typed(reasonText(speech, decision)) })] : []),
  ...(decision?.text ? decision.text.split(/\n{2,}/).map(typed) : []),
];

const details: Partial<Record<MemberMailKind, Details>> = {
  "member-submitted": (speech, { expectedDays }) => [
    expectedDays
      ? speech.t("mail.member-submitted.days", { days: expectedDays })
      : speech.t("mail.member-submitted.no-days"),
  ],
  "member-question": said,
  "member-declined": said,
  "member-reversed": said,
  "member-approved": (_, { decision }) => (decision?.text ? decision.text.split(/\n{2,}/).map(typed) : []),
};

/** How to show that one speaks for the organization, for those who were asked to. */
function proofOf(speech: Speech, { proof }: MemberMailFacts): string[] {
  if (!proof) return [];
  return [
    speech.t("page.member-manage.proof.text"),
    speech.t("page.member-manage.proof.dns", { host: proof.record }),
    speech.t("page.member-manage.proof.file", { url: proof.file }),
    speech.t("page.member-manage.proof.value"),
    proof.value,
    speech.t("mail.member.proof.then", { look: speech.t("page.member-manage.verb.prove") }),
  ];
}

function untilOf(speech: Speech, { until }: MemberMailFacts): string[] {
  return [
    speech.t("mail.confirm.how"),
    speech.t("mail.confirm.until", { until: speech.moment(until, "UTC") }),
    speech.t("mail.confirm.not-you"),
  ];
}

/** A chosen reason in the reader's language; one that was typed as it stands. */
export function reasonText(
  speech: Speech,
  { decision, reason }: { decision: string; reason: string },
): string {
  const key = `member.reason.${decision}.${reason}`;
  return isText(key) ? speech.t(key) : reason;
}
