import type { Link } from "../../shared/domain/link-token.ts";
import {
  answerTo,
  type ParticipationState,
  type ParticipationVerb,
  stateAt,
} from "../../shared/domain/participation-states.ts";
import { ActionClosed, NotPossible, TooBusy } from "../../shared/domain/refused.ts";
import { type ActionKind, type ActionScope, kindOf } from "../../shared/domain/scope.ts";
import { accepted } from "../../shared/table/accept-seat.ts";
import { type Participation, replaceParticipation } from "../../shared/table/participation.ts";
import { moveSeat } from "../../shared/table/seats.ts";
import type { Table } from "../../shared/table/table.ts";
import type { Surroundings } from "../edge/surroundings.ts";
import { linkedParticipation } from "./linked.ts";
import { settleQuietly } from "./seat.ts";

/** The verbs that a person may do by their own link, where the state allows them. */
const ownVerbs = ["accept", "withdraw"] as const satisfies ParticipationVerb[];
export type OwnVerb = (typeof ownVerbs)[number];

export function isOwnVerb(verb: string): verb is OwnVerb {
  return ownVerbs.some((own) => own === verb);
}

export function verbsIn(state: ParticipationState, scope: ActionScope): OwnVerb[] {
  return ownVerbs.filter((verb) => "to" in answerTo(verb, state, kindOf(scope) as ActionKind));
}

/** Does a verb by a manage link. Doing it twice answers as the first time. */
export async function manage(
  surroundings: Pick<Surroundings, "table" | "scope">,
  { link, verb }: { link: Link; verb: OwnVerb },
  now: Date,
): Promise<Participation> {
  const { table } = surroundings;
  for (let attempt = 0; attempt < 8; attempt++) {
    const standing = await linkedParticipation(table, link, now);
    const answer = answerTo(verb, stateAt(standing, now), kindOf(standing.scope) as ActionKind);
    if ("refuse" in answer) throw new NotPossible(answer.refuse);
    if ("same" in answer) return standing;
    const next = changes[verb](standing, answer.to, now);
    if (!(await replaced(table, { standing, next, verb }))) continue;
    await passOn(surroundings, standing, now);
    return next;
  }
  throw new TooBusy();
}

/** Puts the change in place, with the seat where there is one; false where others changed something meanwhile. */
async function replaced(
  table: Table,
  { standing, next, verb }: { standing: Participation; next: Participation; verb: OwnVerb },
): Promise<boolean> {
  const { scope, seat } = standing;
  if (seat === undefined) return !(await replaceParticipation(table, standing, next));
  const move = verb === "accept" ? "keep" : "free";
  const outcome = await moveSeat(
    table,
    { before: standing, after: next },
    { shard: { scope, shard: seat }, move },
  );
  if (outcome === "full" && verb === "accept") throw new ActionClosed("action-cancelled");
  return outcome === "done";
}

/** A seat that was given back is the next one's in line. */
async function passOn(
  { table, scope }: Pick<Surroundings, "table" | "scope">,
  { seat, scope: subject }: Participation,
  now: Date,
): Promise<void> {
  if (seat === undefined) return;
  const event = await scope(subject);
  if (event?.kind === "event") await settleQuietly(table, event, now);
}

type Change = (standing: Participation, state: ParticipationState, now: Date) => Participation;

const changes: Record<OwnVerb, Change> = {
  /** The seat that was on offer is theirs for good. */
  accept: accepted,
  /** A withdrawn participation leaves its action's lists, and is kept without a term: it is part of the count's history. */
  withdraw: (standing, state, now) => {
    const { listPk: _p, listSk: _s, expiresAt: _e, ...listless } = standing;
    const { seat: _seat, offeredUntil: _u, waitingSince: _w, offers: _o, ...kept } = listless;
    const at = now.toISOString();
    return { ...kept, state, version: standing.version + 1, changedAt: at, withdrawnAt: at };
  },
};
