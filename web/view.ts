import type { EventStatus } from "../shared/domain/event-openness.ts";
import type { Locale } from "../shared/locales/speak.ts";

/** What pages are made from: plain values, read by the functions, never the table's own items. */

/** Where and in which language a page is seen. */
export interface View {
  locale: Locale;
  /** Without the language in front: `/events/encryption-workshop`, `/`. No query. */
  path: string;
  /** The query with its question mark, or nothing: the language switch keeps it. */
  search?: string | undefined;
  /** Scheme and host without a slash at the end, for canonical and alternate links. */
  origin: string;
  /** One in how many views of a form is to be told; none where it is not said, as on a form that is shown again. */
  seenOneIn?: number | undefined;
}

/** Where a title or summary falls back to another language, that language: screen readers change their voice by it. */
export interface TextLang {
  title?: string | undefined;
  summary?: string | undefined;
}

/** The figures of one scope; `asOf` is an ISO moment in UTC. */
export interface CountView {
  scope: string;
  people: number;
  actions: number;
  reported: number;
  goal: number | null;
  asOf: string;
  /** People by ISO 3166-1 alpha-2; `other` holds small cells and the unknown. */
  by?: { country: Record<string, number> } | undefined;
}

export interface EventView {
  slug: string;
  title: string;
  summary: string;
  /** Local time of the place, no offset. */
  starts: string;
  ends: string;
  /** The same moments in UTC. */
  startsAt: string;
  endsAt: string;
  /** IANA name. */
  timeZone: string;
  online: boolean;
  place?: { name: string; country: string } | undefined;
  capacity: number | null;
  status: EventStatus;
  /** Slug of the campaign it belongs to. */
  campaign: string;
  /** HTML of a safe subset. */
  description?: string | undefined;
  languages?: readonly string[] | undefined;
  organizer?: string | undefined;
  /** The member that organizes it, by id. */
  member?: string | undefined;
  accessibility?: string | undefined;
  picture?: ShownPicture | undefined;
  /** The language of a text that is not written in the page's. */
  lang?: TextLang | undefined;
}

/** A picture that somebody sent, drawn by us, with what it shows and the language of that, where it is another. */
export interface ShownPicture {
  url: string;
  width: number;
  height: number;
  alt: string;
  lang?: string | undefined;
}

export interface CampaignView {
  slug: string;
  title: string;
  summary: string;
  goal: number | null;
  /** ISO dates. */
  starts: string;
  ends: string;
  lang?: TextLang | undefined;
}

/** A field that is not as it must be: its form name (`consent.updates`) and a word for why. */
export interface FieldProblemView {
  field: string;
  reason: string;
  limit?: number | undefined;
}

/** Where a form stands that is not on the page of its own action: in a frame on somebody else's site. */
export interface FormPlace {
  /** The path that it posts to, without a language in front. */
  action: string;
  source: string;
}

/** A form that was sent and not taken: what was typed, and what is wrong with it. */
export interface FormView {
  values: Record<string, string>;
  problems: FieldProblemView[];
  /** A refusal that concerns the whole form, such as `action-closed`. */
  word?: string | undefined;
}
