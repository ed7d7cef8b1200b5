import { nearestLocale, type Speech, speak } from "../../shared/locales/speak.ts";
import { lastingUntil, linkUrl, oneClickUrl, pagePath } from "../../shared/mail/links.ts";
import type { Letter } from "../../shared/mail/mime.ts";
import type { OwedMail } from "../../shared/mail/owed.ts";
import { type ProposalMailKind, proposalSlug } from "../../shared/mail/owed-proposals.ts";
import { isWelcome } from "../../shared/mail/purpose.ts";
import type { Mailing } from "../../shared/table/mailing.ts";
import type { Event } from "../../shared/table/scope.ts";
import { textIn } from "../../shared/table/views.ts";
import { proposalConfirmMail, proposalMail } from "../../web/mails/proposal.tsx";
import type { Desk, Written } from "./letter-facts.ts";

/** The states in which each of them is still true. */
const trueIn: Record<ProposalMailKind, Event["state"]> = {
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
  const event = await desk.scope(`event.${proposalSlug(mail.subject) ?? ""}`);
  if (!person || !isWelcome(mail.kind, suppression) || event?.kind !== "event") return undefined;
  if (event.state !== trueIn[mail.kind]) return undefined;
  const speech = speak(nearestLocale(event.proposerLocale));
  const written = await write(desk, { mail, event, speech });
  if (!written) return undefined;
  const from = { name: speech.t("coalition.name"), address: desk.sender };
  return { to: person.email, from, replyTo: desk.replyTo, locale: speech.locale, ...written };
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
  return {
    ...proposalMail(speech, kind, {
      title,
      reason: event.reason,
      url: kind === "proposal-approved" ? page : undefined,
      unsubscribeUrl: linkUrl(links, stop, speech.locale),
    }),
    unsubscribe: oneClickUrl(links, stop),
  };
}
