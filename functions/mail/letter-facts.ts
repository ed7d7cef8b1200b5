import type { LinkPurpose } from "../../shared/domain/link-token.ts";
import type { Speech } from "../../shared/locales/speak.ts";
import { calendarFile } from "../../shared/mail/calendar.ts";
import { calendarEntry } from "../../shared/mail/calendar-entry.ts";
import { type LinkMaker, lastingUntil, linkUrl, oneClickUrl } from "../../shared/mail/links.ts";
import type { Letter } from "../../shared/mail/mime.ts";
import type { OwedMail } from "../../shared/mail/owed.ts";
import { type MailUse, useOf } from "../../shared/mail/purpose.ts";
import type { News } from "../../shared/table/news.ts";
import type { Participation } from "../../shared/table/participation.ts";
import type { Person } from "../../shared/table/person.ts";
import type { Event, ScopeItem } from "../../shared/table/scope.ts";
import { textIn } from "../../shared/table/views.ts";
import type { MailText } from "../../web/mails/mail.tsx";

/** What letters are written with. */
export interface Desk {
  sender: string;
  /** Where answers go: to people. */
  replyTo: string;
  links: () => Promise<LinkMaker>;
  news: (id: string) => Promise<News | undefined>;
  scope: (scope: Participation["scope" | "campaign"]) => Promise<ScopeItem | undefined>;
  /** The same, read anew: for a mail that a change of the event itself owes, a copy of some seconds ago would be false. */
  fresh?: Desk["scope"];
  /** What is past is not reminded of. */
  clock?: () => Date;
}

/** What a letter about a participation is written from. */
export interface Facts {
  mail: OwedMail;
  person: Person;
  participation: Participation;
  event: Event;
  links: LinkMaker;
  speech: Speech;
  now: Date;
}

export type Written = MailText & Pick<Letter, "unsubscribe" | "calendar">;

export function titleIn(event: Event, { locale }: Speech): string {
  return textIn(event.title, locale);
}

function lasting({ participation }: Facts) {
  const { person, scope, generation, createdAt } = participation;
  return { person, subject: scope, generation, expires: lastingUntil(createdAt) };
}

export function ownLinks(facts: Facts) {
  const { links, speech } = facts;
  return {
    manageUrl: linkUrl(links, { purpose: "manage", ...lasting(facts) }, speech.locale),
    unsubscribeUrl: linkUrl(links, { purpose: stoppingLink(facts), ...lasting(facts) }, speech.locale),
  };
}

export function oneClick(facts: Facts): string {
  return oneClickUrl(facts.links, { purpose: stoppingLink(facts), ...lasting(facts) });
}

const stoppingLinks = {
  asked: "unsubscribe",
  service: "unsubscribe",
  reminders: "unsubscribe-reminders",
  news: "unsubscribe-news",
} as const satisfies Record<MailUse, LinkPurpose>;

/** One click on a mail of a purpose stops that purpose; its page offers to stop all. */
function stoppingLink({ mail }: Facts): LinkPurpose {
  return stoppingLinks[useOf(mail.kind)];
}

/** The event's calendar file: an update of the entry that the reader has, or its end. */
export function calendarOf({ event, speech, links }: Facts): NonNullable<Letter["calendar"]> {
  return {
    method: event.state === "cancelled" ? "CANCEL" : "PUBLISH",
    filename: `${event.slug}.ics`,
    content: calendarFile(
      [calendarEntry(event, { locale: speech.locale, origin: links.origin })],
      new URL(links.origin).hostname,
    ),
  };
}
