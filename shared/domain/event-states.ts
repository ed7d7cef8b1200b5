import { Refused } from "./refused.ts";

/**
 * The life of an event as one table: every verb in every state. `unverified`: its proposer has not confirmed their
 * address; `submitted`: an organizer decides; `draft`: made by staff, not yet shown. `verify-member` is the same press by a
 * member, where the campaign publishes members' events at once.
 */
export const eventStates = [
  "unverified",
  "submitted",
  "draft",
  "published",
  "closed",
  "cancelled",
  "declined",
] as const;
export type EventState = (typeof eventStates)[number];

export const eventVerbs = [
  "verify",
  "verify-member",
  "approve",
  "decline",
  "ask",
  "publish",
  "close",
  "cancel",
  "edit",
] as const;
export type EventVerb = (typeof eventVerbs)[number];

export const eventRefusals = ["not-verified", "not-submitted", "not-published", "event-cancelled"] as const;
export type EventRefusal = (typeof eventRefusals)[number];

type Answer = { to: EventState } | { same: true } | { refuse: EventRefusal };
type Row = Record<EventVerb, Answer>;

const to = (state: EventState): Answer => ({ to: state });
const same: Answer = { same: true };
const no = (word: EventRefusal): Answer => ({ refuse: word });

const notVerified: Row = {
  verify: to("submitted"),
  "verify-member": to("published"),
  approve: no("not-verified"),
  decline: no("not-verified"),
  ask: no("not-verified"),
  publish: no("not-verified"),
  close: no("not-verified"),
  cancel: no("not-verified"),
  edit: no("not-verified"),
};

const cancelled: Row = {
  verify: same,
  "verify-member": same,
  approve: no("event-cancelled"),
  decline: no("event-cancelled"),
  ask: no("event-cancelled"),
  publish: no("event-cancelled"),
  close: no("event-cancelled"),
  cancel: same,
  edit: no("event-cancelled"),
};

const decided: Row = {
  verify: same,
  "verify-member": same,
  approve: no("not-submitted"),
  decline: no("not-submitted"),
  ask: no("not-submitted"),
  publish: to("published"),
  close: no("not-published"),
  cancel: no("not-published"),
  edit: to("draft"),
};

/** `edit` names the state that an edited event stays in. */
const table: Record<EventState, Row> = {
  unverified: notVerified,
  submitted: {
    ...decided,
    approve: to("published"),
    decline: to("declined"),
    ask: to("submitted"),
    publish: to("published"),
    edit: to("submitted"),
  },
  draft: decided,
  published: {
    ...decided,
    approve: same,
    publish: same,
    close: to("closed"),
    cancel: to("cancelled"),
    edit: to("published"),
  },
  closed: { ...decided, close: same, cancel: to("cancelled"), edit: to("closed") },
  cancelled,
  declined: { ...decided, decline: same, edit: to("declined") },
};

/** What `verb` does to an event that stands in `state`. Pure and total. */
export function eventAnswer(verb: EventVerb, state: EventState): Answer {
  return table[state][verb];
}

/** A verb that the event's state does not allow, with the table's named reason. */
export class EventNotPossible extends Refused {
  readonly word: EventRefusal;
  constructor(word: EventRefusal) {
    super();
    this.word = word;
  }
}

/** Fewer seats than are taken: nobody who is registered loses theirs. */
export class CapacityTooSmall extends Refused {
  readonly word = "capacity-below-registered";
}

/** Its limit was taken away or given a moment ago, and who is registered is still being given their seats. */
export class SeatsBeingCounted extends Refused {
  readonly word = "seats-being-counted";
}
