import { answerTo } from "../domain/participation-states.ts";
import { mostOffers } from "../domain/seats.ts";
import type { Participation } from "./participation.ts";
import { moveSeat } from "./seats.ts";
import type { Table } from "./table.ts";
import { waitingPlace } from "./waiting-line.ts";

/**
 * What becomes of somebody who let an offer go by: the first time they stand at the end of the line, the second time
 * they are out, so that a seat does not go round among people who do not answer. Pure.
 */
export function passed(before: Participation, now: Date): Participation | undefined {
  const out = (before.offers ?? 0) >= mostOffers;
  const answer = answerTo(out ? "withdraw" : "pass", before.state, "event");
  if (!("to" in answer) || before.state !== "offered") return undefined;
  const at = now.toISOString();
  const { seat: _seat, offeredUntil: _until, listPk: _list, listSk: _place, ...kept } = before;
  const next = { ...kept, state: answer.to, version: before.version + 1, changedAt: at };
  return out
    ? { ...next, withdrawnAt: at }
    : { ...next, waitingSince: at, ...waitingPlace(before.person, before.scope, at) };
}

/** Gives a lapsed offer's seat back; false where it was accepted or withdrawn meanwhile, or is to be tried again. */
export async function passSeat(table: Table, before: Participation, now: Date): Promise<boolean> {
  const after = passed(before, now);
  if (!after || before.seat === undefined) return false;
  const shard = { scope: before.scope, shard: before.seat };
  return (await moveSeat(table, { before, after }, { shard, move: "free" })) === "done";
}
