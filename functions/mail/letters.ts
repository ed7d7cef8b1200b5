import { counts } from "../../shared/domain/participation-states.ts";
import { nearestLocale, type Speech, speak } from "../../shared/locales/speak.ts";
import { isEventMail } from "../../shared/mail/event-mails.ts";
import { linkUrl } from "../../shared/mail/links.ts";
import type { MemberMailKind } from "../../shared/mail/member-owed.ts";
import type { Letter } from "../../shared/mail/mime.ts";
import type { MailKind, OwedMail } from "../../shared/mail/owed.ts";
import { isProposalMail, type ProposalMailKind } from "../../shared/mail/owed-proposals.ts";
import { type SignatureMailKind, signatureMailKinds } from "../../shared/mail/owed-signatures.ts";
import { isWelcome } from "../../shared/mail/purpose.ts";
import type { Mailing } from "../../shared/table/mailing.ts";
import { isSignable, type ScopeItem } from "../../shared/table/scope.ts";
import { textIn } from "../../shared/table/views.ts";
import { alreadyRegisteredMail, confirmMail, registeredMail } from "../../web/mails/registration.tsx";
import { eventLetters } from "./event-letters.ts";
import {
  calendarOf,
  type Desk,
  type Facts,
  oneClick,
  ownLinks,
  titleIn,
  type Written,
} from "./letter-facts.ts";
import { isMemberMail, memberLetter } from "./member-letters.ts";
import { newsLetter } from "./news-letter.ts";
import { proposalLetter } from "./proposal-letters.ts";
import { seatLetters } from "./seat-letters.ts";
import { signatureLetter } from "./signature-letters.ts";

/** Each kind of mail; undefined where it is owed no more, since things changed after it was queued. */
const kinds: Record<
  Exclude<MailKind, ProposalMailKind | MemberMailKind | SignatureMailKind | "news">,
  (facts: Facts) => Written | undefined
> = {
  confirm: ({ participation, event, links, speech }) => {
    const { state, person, scope, generation, expiresAt } = participation;
    if (state !== "pending" || expiresAt === undefined) return undefined;
    const link = { purpose: "confirm", person, subject: scope, generation, expires: expiresAt } as const;
    return confirmMail(speech, {
      title: titleIn(event, speech),
      url: linkUrl(links, link, speech.locale),
      until: new Date(expiresAt * 1000).toISOString(),
    });
  },
  registered: (facts) => {
    const { person, participation, event, speech } = facts;
    if (!counts(participation.state)) return undefined;
    const title = titleIn(event, speech);
    const name = person.names[participation.scope];
    const { startsAt, timeZone, joinLink } = event;
    return {
      ...registeredMail(speech, { title, name, startsAt, timeZone, joinLink, ...ownLinks(facts) }),
      unsubscribe: oneClick(facts),
      calendar: calendarOf(facts),
    };
  },
  "already-registered": (facts) => {
    const { participation, event, speech } = facts;
    if (!counts(participation.state)) return undefined;
    return {
      ...alreadyRegisteredMail(speech, { title: titleIn(event, speech), ...ownLinks(facts) }),
      unsubscribe: oneClick(facts),
    };
  },
  ...seatLetters,
  ...eventLetters,
};

/** Writes an owed mail from what is stored now; undefined where it is owed no more or may not be sent. */
export async function letterFor(desk: Desk, mail: OwedMail, mailing: Mailing): Promise<Letter | undefined> {
  const { kind } = mail;
  if (isMemberMail(kind)) return memberLetter(desk, kind, mailing);
  if (isProposalMail(kind)) return proposalLetter(desk, { ...mail, kind }, mailing);
  const { person, suppression, participation } = mailing;
  if (!person || !participation || !isWelcome(mail.kind, suppression)) return undefined;
  const campaign = await desk.scope(participation.campaign);
  const senderName = campaign?.kind === "campaign" ? campaign.senderName : undefined;
  const named = (speech: Speech) => ({
    name: senderName ?? (campaign ? textIn(campaign.title, speech.locale) : speech.t("coalition.name")),
    address: desk.sender,
  });
  if (kind === "news") {
    const news = await newsLetter(desk, mail, mailing);
    return news && { to: person.email, from: named(speak(news.locale)), replyTo: desk.replyTo, ...news };
  }
  const read = isEventMail(kind) ? (desk.fresh ?? desk.scope) : desk.scope;
  const details = await read(participation.scope);
  const speech = speak(nearestLocale(participation.locale));
  const now = desk.clock?.() ?? new Date();
  const facts = { mail, person, participation, links: await desk.links(), speech, now };
  const written = isSignable(details)
    ? signatureLetter({ ...facts, item: details })
    : eventLetter(facts, details);
  if (!written) return undefined;
  return { to: person.email, from: named(speech), replyTo: desk.replyTo, locale: speech.locale, ...written };
}

function eventLetter(facts: Omit<Facts, "event">, event: ScopeItem | undefined): Written | undefined {
  const { kind } = facts.mail;
  if (
    event?.kind !== "event" ||
    isMemberMail(kind) ||
    isProposalMail(kind) ||
    isOfSignatures(kind) ||
    kind === "news"
  )
    return undefined;
  return kinds[kind]({ ...facts, event });
}

function isOfSignatures(kind: MailKind): kind is SignatureMailKind {
  return signatureMailKinds.some((known) => known === kind);
}
