import type { MemberKind, MemberState } from "../shared/domain/member-states.ts";

/** A member as the directory shows it. `joined` is a day. */
export interface MemberView {
  id: string;
  name: string;
  kind: MemberKind;
  country: string;
  website: string | null;
  joined: string | null;
  logo: PictureView | null;
}

/** A picture that somebody sent, drawn by us. */
export interface PictureView {
  url: string;
  width: number;
  height: number;
}

/** An entry as one of its contacts sees it: what is public, what it waits for, and nobody's data but their own. */
export interface EntryView extends MemberView {
  what: "application" | "contact" | "change";
  /** Whether the logo may be shown in public. */
  logoShown: boolean;
  /** What they want changed and the reviewers have not decided on yet. */
  wish?: { name?: string; website?: string; logo?: PictureView } | undefined;
  state: MemberState;
  /** Counts its changes: a form names the one that it was filled in on. */
  version: number;
  why?: string | undefined;
  question?: string | undefined;
  decision?: { decision: string; reason: string; text?: string | undefined } | undefined;
  you: { email: string; name?: string | undefined; role?: string | undefined };
  /** Other contacts, by the name that a form removes them under; nothing of theirs is told. */
  others: { id: string; invited: boolean }[];
  proof: {
    strong: boolean;
    /** Whether was looked for it before. */
    looked: boolean;
    host?: string | undefined;
    url?: string | undefined;
    value?: string | undefined;
  };
}

/** Members at the end of a day. */
export interface GrowthPoint {
  day: string;
  members: number;
}
