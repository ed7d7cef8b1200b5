import { Refused } from "./refused.ts";

/**
 * The life of a pledge or a statement as one table: every verb in every state. `draft`: staff write it and nobody else
 * sees it; its first version publishes it. Whether a published one takes signatures is said by its closing date.
 * `cancelled`: the staff have withdrawn it; what was signed can still be read, and nobody is named under it. `discarded`
 * is one that is gone: only a draft can go so, since nobody has signed it.
 */
export const signableStates = ["draft", "published", "closed", "cancelled"] as const;
export type SignableState = (typeof signableStates)[number];

/** The state that counts at `now`: what has passed its closing date takes nobody in any more. Pure. */
export function signableStateAt(
  { state, closesAt }: { state: string; closesAt: string | null },
  now: Date,
): SignableState {
  const isOver = closesAt !== null && new Date(closesAt) <= now;
  if (state === "published") return isOver ? "closed" : "published";
  return state === "closed" || state === "cancelled" ? state : "draft";
}

/** Verbs that the staff name; the others come with what they do. */
export const signableTurns = ["cancel", "reinstate", "discard"] as const;
export type SignableTurn = (typeof signableTurns)[number];

export const signableVerbs = ["edit", "write", "publish", "set-closing", ...signableTurns] as const;
export type SignableVerb = (typeof signableVerbs)[number];

export const signableRefusals = ["not-published-yet", "published-already", "signable-cancelled"] as const;
export type SignableRefusal = (typeof signableRefusals)[number];

type Answer = { to: SignableState | "discarded" } | { same: true } | { refuse: SignableRefusal };
type Row = Record<SignableVerb, Answer>;

const to = (state: SignableState | "discarded"): Answer => ({ to: state });
const same: Answer = { same: true };
const no = (word: SignableRefusal): Answer => ({ refuse: word });

/** Signed, or about to be: it can be taken from the public, never from those who signed it. */
const inPublic = (state: SignableState): Row => ({
  edit: to(state),
  write: to(state),
  publish: to(state),
  "set-closing": to(state),
  cancel: to("cancelled"),
  reinstate: same,
  discard: no("published-already"),
});

const table: Record<SignableState, Row> = {
  draft: {
    edit: to("draft"),
    write: to("draft"),
    publish: to("published"),
    "set-closing": to("draft"),
    cancel: no("not-published-yet"),
    reinstate: no("not-published-yet"),
    discard: to("discarded"),
  },
  published: inPublic("published"),
  closed: inPublic("closed"),
  cancelled: {
    edit: to("cancelled"),
    write: no("signable-cancelled"),
    publish: no("signable-cancelled"),
    "set-closing": no("signable-cancelled"),
    cancel: same,
    reinstate: to("published"),
    discard: no("published-already"),
  },
};

/** What `verb` does to a pledge or a statement in `state`; undefined for a state that none of them has. Pure. */
export function signableAnswer(verb: SignableVerb, state: string): Answer | undefined {
  const known = signableStates.find((one) => one === state);
  return known && table[known][verb];
}

/** A verb that its state does not allow, with the table's named reason. */
export class SignableNotPossible extends Refused {
  readonly word: SignableRefusal;
  constructor(word: SignableRefusal) {
    super();
    this.word = word;
  }
}

/** Throws `SignableNotPossible` where `verb` is refused in `state`. */
export function mustAllow(verb: SignableVerb, state: string): void {
  const answer = signableAnswer(verb, state);
  if (answer && "refuse" in answer) throw new SignableNotPossible(answer.refuse);
}
