import type { Link } from "../../shared/domain/link-token.ts";
import {
  answerTo,
  type ParticipationState,
  type ParticipationVerb,
  stateAt,
} from "../../shared/domain/participation-states.ts";
import { NotPossible, TooBusy } from "../../shared/domain/refused.ts";
import { type ActionKind, type ActionScope, kindOf } from "../../shared/domain/scope.ts";
import { type Participation, replaceParticipation } from "../../shared/table/participation.ts";
import type { Table } from "../../shared/table/table.ts";
import { linkedParticipation } from "./confirm.ts";

/** The verbs that a person may do by their own link, where the state allows them. */
const ownVerbs = ["withdraw"] as const satisfies ParticipationVerb[];
export type OwnVerb = (typeof ownVerbs)[number];

export function isOwnVerb(verb: string): verb is OwnVerb {
  return ownVerbs.some((own) => own === verb);
}

export function verbsIn(state: ParticipationState, scope: ActionScope): OwnVerb[] {
  return ownVerbs.filter((verb) => "to" in answerTo(verb, state, kindOf(scope) as ActionKind));
}

/** Does a verb by a manage link. Doing it twice answers as the first time. */
export async function manage(
  table: Table,
  { link, verb }: { link: Link; verb: OwnVerb },
  now: Date,
): Promise<Participation> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const standing = await linkedParticipation(table, link, now);
    const answer = answerTo(verb, stateAt(standing, now), kindOf(standing.scope) as ActionKind);
    if ("refuse" in answer) throw new NotPossible(answer.refuse);
    if ("same" in answer) return standing;
    const next = changed(standing, answer.to, now);
    if (!(await replaceParticipation(table, standing, next))) return next;
  }
  throw new TooBusy();
}

/** A withdrawn participation leaves its action's list, and is kept without a term: it is part of the count's history. */
function changed(standing: Participation, state: ParticipationState, now: Date): Participation {
  const { listPk: _p, listSk: _s, expiresAt: _e, ...kept } = standing;
  const at = now.toISOString();
  return { ...kept, state, version: standing.version + 1, changedAt: at, withdrawnAt: at };
}
