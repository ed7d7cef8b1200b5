import { counts } from "../../shared/domain/participation-states.ts";
import { type Locale, nearestLocale, speak } from "../../shared/locales/speak.ts";
import { calendarFile } from "../../shared/mail/calendar.ts";
import { calendarEntry } from "../../shared/mail/calendar-entry.ts";
import { type LinkMaker, linkUrl } from "../../shared/mail/links.ts";
import type { MemberMailKind } from "../../shared/mail/member-owed.ts";
import type { Letter } from "../../shared/mail/mime.ts";
import type { MailKind, OwedMail } from "../../shared/mail/owed.ts";
import { isWelcome } from "../../shared/mail/purpose.ts";
import type { Mailing } from "../../shared/table/mailing.ts";
import type { News } from "../../shared/table/news.ts";
import type { Participation } from "../../shared/table/participation.ts";
import type { ScopeItem } from "../../shared/table/scope.ts";
import { textIn } from "../../shared/table/views.ts";
import { alreadyRegisteredMail, confirmMail, registeredMail } from "../../web/mails/registration.tsx";
import { isMemberMail, memberLetter } from "../membership/letters.ts";
import { type Facts, oneClick, ownLinks, titleIn, type Written } from "./letter-facts.ts";
import { newsLetter } from "./news-letter.ts";
import { seatLetters } from "./seat-letters.ts";

/** What letters are written with. */
export interface Desk {
  sender: string;
  /** Where answers go: to people. */
  replyTo: string;
  links: () => Promise<LinkMaker>;
  news: (id: string) => Promise<News | undefined>;
  scope: (scope: Participation["scope" | "campaign"]) => Promise<ScopeItem | undefined>;
}

type ParticipationMailKind = Exclude<MailKind, MemberMailKind | "news">;

/** Each kind of mail; undefined where it is owed no more, since things changed after it was queued. */
const kinds: Record<ParticipationMailKind, (facts: Facts) => Written | undefined> = {
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
  const written =
    mail.kind === "news"
      ? await newsLetter(desk, mail, mailing)
      : await participationLetter(desk, { ...mail, kind: mail.kind }, { person, participation });
  if (!written) return undefined;
  const campaign = await desk.scope(participation.campaign);
  const speech = speak(written.locale);
  const name = campaign ? textIn(campaign.title, speech.locale) : speech.t("coalition.name");
  return { to: person.email, from: { name, address: desk.sender }, replyTo: desk.replyTo, ...written };
}

type LocalWritten = Written & { locale: Locale };

async function participationLetter(
  desk: Desk,
  mail: OwedMail & { kind: ParticipationMailKind },
  { person, participation }: Pick<Facts, "person" | "participation">,
): Promise<LocalWritten | undefined> {
  const event = await desk.scope(participation.scope);
  if (event?.kind !== "event") return undefined;
  const speech = speak(nearestLocale(participation.locale));
  const written = kinds[mail.kind]({ mail, person, participation, event, links: await desk.links(), speech });
  return written && { ...written, locale: speech.locale };
}
