/**
 * The life of a news mailing as one table: every verb in every state. `tick` is the clock's, `finish` the fan-out's,
 * `halt` the breaker's; the others are the staff's.
 */
export const newsStates = ["draft", "scheduled", "sending", "paused", "sent", "cancelled"] as const;
export type NewsState = (typeof newsStates)[number];

export const staffNewsVerbs = ["schedule", "send", "pause", "resume", "cancel"] as const;
export type StaffNewsVerb = (typeof staffNewsVerbs)[number];
export type NewsVerb = StaffNewsVerb | "edit" | "tick" | "finish" | "halt";

/** The state to go to, `same` (nothing to do), or `no`. */
export type NewsAnswer = NewsState | "same" | "no";

const none: Record<NewsVerb, NewsAnswer> = {
  ...{ edit: "no", schedule: "no", send: "no", pause: "no", resume: "no" },
  ...{ cancel: "no", tick: "no", finish: "no", halt: "no" },
};

const table: Record<NewsState, Record<NewsVerb, NewsAnswer>> = {
  draft: { ...none, edit: "draft", schedule: "scheduled", send: "sending", cancel: "cancelled" },
  scheduled: {
    ...none,
    ...{ edit: "draft", schedule: "scheduled", send: "sending", cancel: "cancelled", tick: "sending" },
  },
  sending: {
    ...none,
    ...{ send: "same", resume: "same", pause: "paused", cancel: "cancelled", finish: "sent", halt: "paused" },
  },
  paused: { ...none, pause: "same", halt: "same", resume: "sending", cancel: "cancelled" },
  sent: { ...none, finish: "same" },
  cancelled: { ...none, cancel: "same" },
};

/** What a verb does to a mailing that stands in a state. Pure and total. */
export function newsAnswer(verb: NewsVerb, state: NewsState): NewsAnswer {
  return table[state][verb];
}

/** The states in which a mail that was queued still goes out. */
export function stillGoes(state: NewsState): boolean {
  return state === "sending" || state === "sent";
}
