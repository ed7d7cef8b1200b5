import type { MemberKind, MemberState } from "./member-states.ts";
import type { ParticipationState } from "./participation-states.ts";
import type { Figures } from "./tally.ts";

/**
 * What staff want to know beside the counts: how many signed up, asked again, waited or left, by day. These figures are
 * approximate: they are added once a batch of changes, and a batch whose worker dies may be added twice.
 */
export interface SignupImage {
  state: ParticipationState;
  generation: number;
  asks: number;
  country?: string | undefined;
  locale?: string | undefined;
  source?: string | undefined;
}

/** What a change of a participation adds to its action's day; a first signup and one after leaving are both submitted. */
export function signupFigures(before: SignupImage | undefined, after: SignupImage): Figures {
  if (!before || after.generation > before.generation) {
    const { country = "unknown", locale = "unknown", source = "unknown" } = after;
    return { submitted: 1, [`country:${country}`]: 1, [`language:${locale}`]: 1, [`source:${source}`]: 1 };
  }
  const turned =
    after.state !== before.state && (after.state === "waitlisted" || after.state === "withdrawn");
  return { ...(after.asks > before.asks && { askedAgain: 1 }), ...(turned && { [after.state]: 1 }) };
}

/** What a view of a form that was told adds to a day: it stands for `times` views. */
export function seenFigures(
  { locale, source = "unknown" }: { locale: string; source: string | undefined },
  times: number,
): Figures {
  return { seen: times, [`language:${locale}`]: times, [`source:${source}`]: times };
}

export interface MemberImage {
  what: string;
  state: MemberState;
  kind: MemberKind;
  country: string;
}

/** What a change of a member adds to the day's applications; those for a member that there is already are none. */
export function applicationFigures(before: MemberImage | undefined, after: MemberImage): Figures {
  const { what, state, kind, country } = after;
  if (what !== "application" || before?.state === state) return {};
  // Asked back by the staff, answered, decided anew: it was an application before.
  const first = state === "submitted" && (!before || ["unverified", "left"].includes(before.state));
  if (first) return { submitted: 1, [`kind:${kind}`]: 1, [`country:${country}`]: 1 };
  return ["approved", "declined", "left"].includes(state) ? { [state]: 1 } : {};
}
