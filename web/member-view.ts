import type { MemberKind, MemberState } from "../shared/domain/member-states.ts";

/** A member as the directory shows it. `joined` is a day. */
export interface MemberView {
  id: string;
  name: string;
  kind: MemberKind;
  country: string;
  website: string | null;
  joined: string | null;
}

/** An entry as one of its contacts sees it: what is public, what it waits for, and nobody's data but their own. */
export interface EntryView extends MemberView {
  what: "application" | "contact" | "change";
  state: MemberState;
  why?: string | undefined;
  question?: string | undefined;
  decision?: { decision: string; reason: string; text?: string | undefined } | undefined;
  you: { email: string; name?: string | undefined; role?: string | undefined };
  /** Other contacts, by the name that a form removes them under; nothing of theirs is told. */
  others: { id: string; invited: boolean }[];
  proof: { strong: boolean; host?: string | undefined; url?: string | undefined; value: string };
}

/** Members at the end of a day. */
export interface GrowthPoint {
  day: string;
  members: number;
}
