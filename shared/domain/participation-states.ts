import type { ActionKind } from "./scope.ts";

/**
 * The life of a participation as one table: every verb in every state.
 *
 * `absent` is the state of one that is not stored. An answer is the state to go to, `same` (nothing to do: doing a thing
 * twice answers as the first time), or a refusal with its named reason.
 */
export const participationStates = [
  "pending",
  "confirmed",
  "waitlisted",
  "offered",
  "attended",
  "kept",
  "held",
  "withdrawn",
  "expired",
] as const;
export type ParticipationState = (typeof participationStates)[number];

export const participationVerbs = [
  "sign-up",
  "confirm",
  "wait",
  "offer",
  "accept",
  "pass",
  "admit",
  "withdraw",
  "expire",
  "hold",
  "release",
  "attend",
  "unattend",
  "keep",
  "unkeep",
] as const;
export type ParticipationVerb = (typeof participationVerbs)[number];

export type Refusal =
  | "not-signed-up"
  | "not-confirmed"
  | "already-withdrawn"
  | "link-expired"
  | "held-for-review"
  | "not-waiting"
  | "no-seat-offered"
  | "already-attended"
  | "not-for-this-kind";

export type Answer = { to: ParticipationState } | { same: true } | { refuse: Refusal };

const to = (state: ParticipationState): Answer => ({ to: state });
const same: Answer = { same: true };
const no = (reason: Refusal): Answer => ({ refuse: reason });

type Row = Record<ParticipationVerb, Answer>;

const unknown: Row = {
  "sign-up": to("pending"),
  confirm: no("not-signed-up"),
  wait: no("not-signed-up"),
  offer: no("not-signed-up"),
  accept: no("not-signed-up"),
  pass: no("not-signed-up"),
  admit: no("not-signed-up"),
  withdraw: no("not-signed-up"),
  expire: same,
  hold: no("not-signed-up"),
  release: no("not-signed-up"),
  attend: no("not-signed-up"),
  unattend: no("not-signed-up"),
  keep: no("not-signed-up"),
  unkeep: no("not-signed-up"),
};

const table: Record<ParticipationState | "absent", Row> = {
  absent: unknown,
  pending: {
    "sign-up": same,
    confirm: to("confirmed"),
    wait: to("waitlisted"),
    offer: no("not-confirmed"),
    accept: no("not-confirmed"),
    pass: no("not-confirmed"),
    admit: no("not-confirmed"),
    withdraw: to("withdrawn"),
    expire: to("expired"),
    hold: to("held"),
    release: same,
    attend: no("not-confirmed"),
    unattend: same,
    keep: no("not-confirmed"),
    unkeep: same,
  },
  confirmed: {
    "sign-up": same,
    confirm: same,
    wait: same,
    offer: same,
    accept: same,
    pass: no("no-seat-offered"),
    admit: same,
    withdraw: to("withdrawn"),
    expire: same,
    hold: to("held"),
    release: same,
    attend: to("attended"),
    unattend: same,
    keep: to("kept"),
    unkeep: same,
  },
  waitlisted: {
    "sign-up": same,
    confirm: same,
    wait: same,
    offer: to("offered"),
    accept: no("no-seat-offered"),
    pass: same,
    admit: to("confirmed"),
    withdraw: to("withdrawn"),
    expire: same,
    hold: to("held"),
    release: same,
    attend: no("not-confirmed"),
    unattend: same,
    keep: no("not-for-this-kind"),
    unkeep: same,
  },
  offered: {
    "sign-up": same,
    confirm: to("confirmed"),
    wait: same,
    offer: same,
    accept: to("confirmed"),
    pass: to("waitlisted"),
    admit: to("confirmed"),
    withdraw: to("withdrawn"),
    expire: same,
    hold: to("held"),
    release: same,
    attend: no("not-confirmed"),
    unattend: same,
    keep: no("not-for-this-kind"),
    unkeep: same,
  },
  attended: {
    "sign-up": same,
    confirm: same,
    wait: same,
    offer: same,
    accept: same,
    pass: no("no-seat-offered"),
    admit: same,
    withdraw: no("already-attended"),
    expire: same,
    hold: to("held"),
    release: same,
    attend: same,
    unattend: to("confirmed"),
    keep: no("not-for-this-kind"),
    unkeep: same,
  },
  kept: {
    "sign-up": same,
    confirm: same,
    wait: no("not-for-this-kind"),
    offer: no("not-for-this-kind"),
    accept: no("not-for-this-kind"),
    pass: no("not-for-this-kind"),
    admit: no("not-for-this-kind"),
    withdraw: to("withdrawn"),
    expire: same,
    hold: to("held"),
    release: same,
    attend: no("not-for-this-kind"),
    unattend: same,
    keep: same,
    unkeep: to("confirmed"),
  },
  held: {
    "sign-up": same,
    confirm: no("held-for-review"),
    wait: no("held-for-review"),
    offer: no("held-for-review"),
    accept: no("held-for-review"),
    pass: no("held-for-review"),
    admit: no("held-for-review"),
    withdraw: to("withdrawn"),
    expire: to("expired"),
    hold: same,
    release: to("pending"),
    attend: no("held-for-review"),
    unattend: same,
    keep: no("held-for-review"),
    unkeep: same,
  },
  withdrawn: {
    ...unknown,
    confirm: no("already-withdrawn"),
    accept: no("already-withdrawn"),
    withdraw: same,
  },
  expired: { ...unknown, confirm: no("link-expired"), wait: no("link-expired"), withdraw: same },
};

const onlyFor: Partial<Record<ParticipationVerb, readonly ActionKind[]>> = {
  wait: ["event"],
  offer: ["event"],
  accept: ["event"],
  pass: ["event"],
  admit: ["event"],
  attend: ["event"],
  unattend: ["event"],
  keep: ["pledge"],
  unkeep: ["pledge"],
};

/** What `verb` does to a participation in an action of `kind` that stands in `state`. Pure and total. */
export function answerTo(
  verb: ParticipationVerb,
  state: ParticipationState | "absent",
  kind: ActionKind,
): Answer {
  const kinds = onlyFor[verb];
  return kinds && !kinds.includes(kind) ? no("not-for-this-kind") : table[state][verb];
}

/** The states that stand in the counts: a confirmed participation stays one when it is attended or kept. */
export function counts(state: ParticipationState): boolean {
  return state === "confirmed" || state === "attended" || state === "kept";
}

/**
 * A pending participation whose time has run out is expired, even before the table's clean-up removes it; an offer that
 * has lapsed is back in line, even before the sweep passes the seat on.
 */
export function stateAt(
  item:
    | { state: ParticipationState; expiresAt?: number | undefined; offeredUntil?: string | undefined }
    | undefined,
  now: Date,
): ParticipationState | "absent" {
  if (!item) return "absent";
  const late = item.expiresAt !== undefined && item.expiresAt * 1000 <= now.getTime();
  if (item.state === "pending" && late) return "expired";
  const lapsed = item.offeredUntil !== undefined && new Date(item.offeredUntil) <= now;
  return item.state === "offered" && lapsed ? "waitlisted" : item.state;
}
