/**
 * The life of a membership as one table: every verb in every state.
 *
 * `absent` is the state of one that is not stored. An answer is the state to go to, `same` (nothing to do: doing a thing
 * twice answers as the first time), or a refusal with its named reason. A `questioned` application waits for its
 * applicant, a `submitted` one for the reviewers.
 */
export const memberStates = [
  "unverified",
  "submitted",
  "questioned",
  "approved",
  "declined",
  "left",
] as const;
export type MemberState = (typeof memberStates)[number];

export const memberVerbs = [
  "apply",
  "confirm",
  "ask",
  "answer",
  "approve",
  "decline",
  "reverse",
  "correct",
  "leave",
] as const;
export type MemberVerb = (typeof memberVerbs)[number];

export type MemberRefusal =
  | "no-application"
  | "application-not-confirmed"
  | "nothing-asked"
  | "already-decided"
  | "not-decided"
  | "not-a-member"
  | "member-left";

export type MemberAnswer = { to: MemberState } | { same: true } | { refuse: MemberRefusal };

const to = (state: MemberState): MemberAnswer => ({ to: state });
const same: MemberAnswer = { same: true };
const no = (reason: MemberRefusal): MemberAnswer => ({ refuse: reason });

const table: Record<MemberState | "absent", Record<MemberVerb, MemberAnswer>> = {
  absent: {
    apply: to("unverified"),
    confirm: no("no-application"),
    ask: no("no-application"),
    answer: no("no-application"),
    approve: no("no-application"),
    decline: no("no-application"),
    reverse: no("no-application"),
    correct: no("no-application"),
    leave: no("no-application"),
  },
  unverified: {
    apply: same,
    confirm: to("submitted"),
    ask: no("application-not-confirmed"),
    answer: no("application-not-confirmed"),
    approve: no("application-not-confirmed"),
    decline: no("application-not-confirmed"),
    reverse: no("not-decided"),
    correct: no("application-not-confirmed"),
    leave: no("application-not-confirmed"),
  },
  submitted: {
    apply: same,
    confirm: same,
    ask: to("questioned"),
    answer: no("nothing-asked"),
    approve: to("approved"),
    decline: to("declined"),
    reverse: no("not-decided"),
    correct: same,
    leave: to("left"),
  },
  questioned: {
    apply: same,
    confirm: same,
    ask: same,
    answer: to("submitted"),
    approve: to("approved"),
    decline: to("declined"),
    reverse: no("not-decided"),
    correct: same,
    leave: to("left"),
  },
  approved: {
    apply: same,
    confirm: same,
    ask: no("already-decided"),
    answer: no("nothing-asked"),
    approve: same,
    decline: no("already-decided"),
    reverse: to("submitted"),
    correct: same,
    leave: to("left"),
  },
  declined: {
    apply: to("unverified"),
    confirm: same,
    ask: no("already-decided"),
    answer: no("already-decided"),
    approve: no("already-decided"),
    decline: same,
    reverse: to("submitted"),
    correct: no("not-a-member"),
    leave: no("not-a-member"),
  },
  left: {
    apply: to("unverified"),
    confirm: no("member-left"),
    ask: no("member-left"),
    answer: no("member-left"),
    approve: no("member-left"),
    decline: no("member-left"),
    reverse: no("member-left"),
    correct: no("member-left"),
    leave: same,
  },
};

/** What `verb` does to a membership that stands in `state`. Pure and total. */
export function memberAnswer(verb: MemberVerb, state: MemberState | "absent"): MemberAnswer {
  return table[state][verb];
}

/** An application whose time ran out is absent, even before the table's clean-up removes it. */
export function memberStateAt(
  item: { state: MemberState; expiresAt?: number | undefined } | undefined,
  now: Date,
): MemberState | "absent" {
  if (!item) return "absent";
  const late = item.expiresAt !== undefined && item.expiresAt * 1000 <= now.getTime();
  return late ? "absent" : item.state;
}

/** The kinds of members. An `expert` is a person, all others are organizations. */
export const organizationKinds = ["civil-society", "company", "chapter", "academic", "other"] as const;
export const memberKinds = [...organizationKinds, "expert"] as const;
export type MemberKind = (typeof memberKinds)[number];
