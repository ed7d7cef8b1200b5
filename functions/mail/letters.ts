import { counts } from "../../shared/domain/participation-states.ts";
import { nearestLocale, speak } from "../../shared/locales/speak.ts";
import { calendarFile } from "../../shared/mail/calendar.ts";
import { calendarEntry } from "../../shared/mail/calendar-entry.ts";
import { type LinkMaker, linkUrl } from "../../shared/mail/links.ts";
import type { MemberMailKind } from "../../shared/mail/member-owed.ts";
import type { Letter } from "../../shared/mail/mime.ts";
import type { MailKind, OwedMail } from "../../shared/mail/owed.ts";
import { type SignatureMailKind, signatureMailKinds } from "../../shared/mail/owed-signatures.ts";
import { isWelcome } from "../../shared/mail/purpose.ts";
import type { Mailing } from "../../shared/table/mailing.ts";
import type { Participation } from "../../shared/table/participation.ts";
import { isSignable, type ScopeItem } from "../../shared/table/scope.ts";
import { textIn } from "../../shared/table/views.ts";
import { alreadyRegisteredMail, confirmMail, registeredMail } from "../../web/mails/registration.tsx";
import { isMemberMail, memberLetter } from "../membership/letters.ts";
import { type Facts, oneClick, ownLinks, titleIn, type Written } from "./letter-facts.ts";
import { seatLetters } from "./seat-letters.ts";
import { signatureLetter } from "./signature-letters.ts";

/** What letters are written with. */
export interface Desk {
  sender: string;
  /** Where answers go: to people. */
  replyTo: string;
  links: () => Promise<LinkMaker>;
  scope: (scope: Participation["scope" | "campaign"]) => Promise<ScopeItem | undefined>;
}

/** Each kind of mail; undefined where it is owed no more, since things changed after it was queued. */
const kinds: Record<
  Exclude<MailKind, MemberMailKind | SignatureMailKind>,
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
    const { person, participation, event, links, speech } = facts;
    if (!counts(participation.state)) return undefined;
    const title = titleIn(event, speech);
    const name = person.names[participation.scope];
    const { startsAt, timeZone } = event;
    return {
      ...registeredMail(speech, { title, name, startsAt, timeZone, ...ownLinks(facts) }),
      unsubscribe: oneClick(facts),
      calendar: {
        method: "PUBLISH",
        filename: `${event.slug}.ics`,
        content: calendarFile(
          [calendarEntry(event, { locale: speech.locale, origin: links.origin })],
          new URL(links.origin).hostname,
        ),
      },
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
};

/** Writes an owed mail from what is stored now; undefined where it is owed no more or may not be sent. */
export async function letterFor(desk: Desk, mail: OwedMail, mailing: Mailing): Promise<Letter | undefined> {
  const { person, suppression, participation } = mailing;
  if (isMemberMail(mail.kind)) return memberLetter(desk, mail.kind, mailing);
  if (!person || !participation || !isWelcome(mail.kind, suppression)) return undefined;
  const details = await desk.scope(participation.scope);
  const speech = speak(nearestLocale(participation.locale));
  const facts = { mail, person, participation, links: await desk.links(), speech };
  const written = isSignable(details)
    ? signatureLetter({ ...facts, item: details })
    : eventLetter(facts, details);
  if (!written) return undefined;
  const campaign = await desk.scope(participation.campaign);
  const name = campaign ? textIn(campaign.title, speech.locale) : speech.t("coalition.name");
  const from = { name, address: desk.sender };
  return { to: person.email, from, replyTo: desk.replyTo, locale: speech.locale, ...written };
}

function eventLetter(facts: Omit<Facts, "event">, event: ScopeItem | undefined): Written | undefined {
  const { kind } = facts.mail;
  if (event?.kind !== "event" || isMemberMail(kind) || isOfSignatures(kind)) return undefined;
  return kinds[kind]({ ...facts, event });
}

function isOfSignatures(kind: MailKind): kind is SignatureMailKind {
  return signatureMailKinds.some((known) => known === kind);
}
