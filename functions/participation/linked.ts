import type { Link } from "../../shared/domain/link-token.ts";
import { stateAt } from "../../shared/domain/participation-states.ts";
import { InvalidLink } from "../../shared/domain/refused.ts";
import { type ActionScope, isActionScope } from "../../shared/domain/scope.ts";
import { type Counted, countedOf } from "../../shared/table/counted.ts";
import { type Participation, participationOf } from "../../shared/table/participation.ts";
import type { Table } from "../../shared/table/table.ts";

/** The participation that a link is about, as it stands; changes nothing. */
export async function linkedParticipation(table: Table, link: Link, now: Date): Promise<Participation> {
  return asLinkShows(await participationOf(table, link.person, subjectOf(link)), link, now);
}

/** The same, and whether the counts have it yet. */
export async function linkedAndCounted(table: Table, link: Link, now: Date): Promise<Counted> {
  const found = await countedOf(table, link.person, subjectOf(link));
  const participation = asLinkShows(found?.participation, link, now);
  return { participation, counted: found?.counted === true };
}

function asLinkShows(participation: Participation | undefined, link: Link, now: Date): Participation {
  if (participation?.generation !== link.generation) throw new InvalidLink();
  const state = stateAt(participation, now);
  return { ...participation, state: state === "absent" ? "expired" : state };
}

export function subjectOf(link: Link): ActionScope {
  if (!isActionScope(link.subject)) throw new InvalidLink();
  return link.subject;
}
