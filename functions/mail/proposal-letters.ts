import { nearestLocale, type Speech, speak } from "../../shared/locales/speak.ts";
import { lastingUntil, linkUrl, oneClickUrl, pagePath } from "../../shared/mail/links.ts";
import type { Letter } from "../../shared/mail/mime.ts";
import type { OwedMail } from "../../shared/mail/owed.ts";
import { type ProposalMailKind, proposalSlug, proposalSubject } from "../../shared/mail/owed-proposals.ts";
import { isWelcome } from "../../shared/mail/purpose.ts";
import type { Mailing } from "../../shared/table/mailing.ts";
import type { Event } from "../../shared/table/scope.ts";
import { textIn } from "../../shared/table/views.ts";
import { proposalConfirmMail, proposalMail, reportQuestionMail } from "../../web/mails/proposal.tsx";
import type { Desk, Written } from "./letter-facts.ts";

/** The states in which each of them is still true. */
const trueIn: Record<Exclude<ProposalMailKind, "report-question">, Event["state"]> = {
  "proposal-confirm": "unverified",
  "proposal-submitted": "submitted",
  "proposal-question": "submitted",
  "proposal-approved": "published",
  "proposal-declined": "declined",
};

/** Writes to whoever proposed an event; undefined where it is owed no more or may not be sent. */
export async function proposalLetter(
  desk: Desk,
  mail: OwedMail & { kind: ProposalMailKind },
  { person, suppression }: Mailing,
): Promise<Letter | undefined> {
  const event = await (desk.fresh ?? desk.scope)(`event.${proposalSlug(mail.subject) ?? ""}`);
  if (!person || !isWelcome(mail.kind, suppression) || event?.kind !== "event") return undefined;
  if (!isTrue(mail.kind, event)) return undefined;
  const speech = speak(nearestLocale(event.proposerLocale));
  const written = await write(desk, { mail, event, speech });
  if (!written) return undefined;
  const from = { name: speech.t("coalition.name"), address: desk.sender };
  return { to: person.email, from, replyTo: desk.replyTo, locale: speech.locale, ...written };
}

/** Nobody is asked how many came who has said it since, or whose event was called off. */
function isTrue(kind: ProposalMailKind, { state, reportedAt }: Event): boolean {
  if (kind !== "report-question") return state === trueIn[kind];
  return reportedAt === undefined && (state === "published" || state === "closed");
}

async function write(
  desk: Desk,
  { mail, event, speech }: { mail: OwedMail & { kind: ProposalMailKind }; event: Event; speech: Speech },
): Promise<Written | undefined> {
  const links = await desk.links();
  const title = textIn(event.title, speech.locale);
  const { person, subject, kind } = mail;
  const about = { person, subject, generation: 1 };
  if (kind === "proposal-confirm") {
    const { expiresAt } = event;
    if (expiresAt === undefined) return undefined;
    const url = linkUrl(links, { purpose: "confirm", ...about, expires: expiresAt }, speech.locale);
    return proposalConfirmMail(speech, { title, url, until: new Date(expiresAt * 1000).toISOString() });
  }
  const stop = { purpose: "unsubscribe", ...about, expires: lastingUntil(mail.owedAt) } as const;
  const page = `${links.origin}${pagePath(speech.locale, `/events/${event.slug}`)}`;
  const organizeUrl = linkUrl(links, organizing(event), speech.locale);
  const unsubscribeUrl = linkUrl(links, stop, speech.locale);
  if (kind === "report-question") {
    const isAgain = mail.occurrence > 1;
    const written = reportQuestionMail(speech, { title, isAgain, url: organizeUrl, unsubscribeUrl });
    return { ...written, unsubscribe: oneClickUrl(links, stop) };
  }
  return {
    ...proposalMail(speech, kind, {
      title,
      reason: event.reason,
      url: kind === "proposal-approved" ? page : undefined,
      ...(kind === "proposal-approved" && { organizeUrl }),
      unsubscribeUrl,
    }),
    unsubscribe: oneClickUrl(links, stop),
  };
}

/** The proposer's way to their event's page: until half a year after it. */
function organizing({ proposer = "", slug, endsAt }: Event) {
  const expires = Math.floor(new Date(endsAt).getTime() / 1000) + organizingDays * 86_400;
  return {
    purpose: "organize",
    person: proposer,
    subject: proposalSubject(slug),
    generation: 1,
    expires,
  } as const;
}

const organizingDays = 180;
