import type { Link } from "../../shared/domain/link-token.ts";
import { answerTo, stateAt } from "../../shared/domain/participation-states.ts";
import { InvalidLink, NotPossible } from "../../shared/domain/refused.ts";
import { type ActionScope, isActionScope, kindOf } from "../../shared/domain/scope.ts";
import { confirmPending, type Participation, participationOf } from "../../shared/table/participation.ts";
import type { Table } from "../../shared/table/table.ts";

/** The participation that a link is about, as it stands; changes nothing. */
export async function linkedParticipation(table: Table, link: Link, now: Date): Promise<Participation> {
  const participation = await participationOf(table, link.person, subjectOf(link));
  if (participation?.generation !== link.generation) throw new InvalidLink();
  return { ...participation, state: asLinkShows(participation, now) };
}

function asLinkShows(participation: Participation, now: Date): Participation["state"] {
  const state = stateAt(participation, now);
  return state === "absent" ? "expired" : state;
}

export function subjectOf(link: Link): ActionScope {
  if (!isActionScope(link.subject)) throw new InvalidLink();
  return link.subject;
}

/**
 * Confirms what the link is for: one write on the main path. Confirming twice answers as the first time; a link of an
 * older generation, a withdrawn or an expired participation is refused by name.
 */
export async function confirm(table: Table, link: Link, now: Date): Promise<Participation> {
  const scope = subjectOf(link);
  const { person, generation } = link;
  const outcome = await confirmPending(table, { person, scope, generation }, now);
  if ("confirmed" in outcome) return outcome.confirmed;
  const { stands } = outcome;
  if (stands?.generation !== generation) throw new InvalidLink();
  const answer = answerTo("confirm", stateAt(stands, now), kindOf(scope) as "event" | "pledge" | "statement");
  if ("refuse" in answer) throw new NotPossible(answer.refuse);
  return stands;
}
