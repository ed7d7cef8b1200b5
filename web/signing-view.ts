import type { ParticipationState } from "../shared/domain/participation-states.ts";
import type { SigningStatus } from "../shared/domain/signing-openness.ts";
import type { PictureView } from "./member-view.ts";
import type { TextLang } from "./view.ts";

/** What the pages of pledges and statements are made from. */

export interface TextLink {
  version: number;
  /** BCP 47. */
  locale: string;
  sha256: string;
  /** Absolute; the exact text. */
  url: string;
}

export interface SignableView {
  kind: "pledge" | "statement";
  slug: string;
  title: string;
  summary: string;
  status: SigningStatus;
  /** The version in force; 0 where there is none. */
  version: number;
  texts: TextLink[];
  /** ISO moment in UTC. */
  closesAt: string | null;
  askAfterDays?: number | undefined;
  frozen?: { at: string; sha256: string; signatures: number } | undefined;
  /** The language of a title or summary that is not written in the page's. */
  lang?: TextLang | undefined;
}

export interface VersionView {
  version: number;
  publishedAt: string;
  note?: string | undefined;
  texts: TextLink[];
}

/** A text as it is read. */
export interface TextView extends TextLink {
  text: string;
}

export interface CommentView {
  /** Absent where its author is not shown. */
  name?: string | undefined;
  text: string;
  /** ISO moment. */
  at: string;
}

export interface SignatoryView {
  kind: "organization" | "person";
  name: string;
  title?: string | undefined;
  organizationKind?: string | undefined;
  website?: string | undefined;
  country?: string | undefined;
  logo?: PictureView | undefined;
  at: string;
}

/** How many of each there are in all, where a list is longer than what is shown of it. */
export interface SignatoryTotals {
  organizations: number;
  people: number;
}

export const signatoryOrders = ["name", "time", "country"] as const;
export type SignatoryOrder = (typeof signatoryOrders)[number];

/** One person's signature, as only they see it. */
export interface SignatureView {
  kind: "pledge" | "statement";
  /** Of the action. */
  slug: string;
  title: string;
  state: ParticipationState;
  version: number;
  text: string;
  textLocale: string;
  sha256: string;
  /** The name or organization as it shows in public; undefined where it does not. */
  shown?: string | undefined;
  comment?: string | undefined;
  confirmedAt?: string | undefined;
  said?: "kept" | "not-yet" | "cannot" | undefined;
  /** How many have signed through their link. */
  referred?: number | undefined;
  shareUrl?: string | undefined;
  /** Whether what was signed has been withdrawn by the staff. */
  isCancelled?: boolean | undefined;
}
