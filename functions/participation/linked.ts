import type { Link } from "../../shared/domain/link-token.ts";
import { stateAt } from "../../shared/domain/participation-states.ts";
import { InvalidLink } from "../../shared/domain/refused.ts";
import { type ActionScope, isActionScope } from "../../shared/domain/scope.ts";
import { type Participation, participationOf } from "../../shared/table/participation.ts";
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
