import type { ParticipationState } from "../domain/participation-states.ts";
import { type Participation, registrantsPlace } from "./participation.ts";

/** Somebody who waited or had an offer, now registered for good; a seat that was on offer stays theirs. Pure. */
export function accepted(before: Participation, state: ParticipationState, now: Date): Participation {
  const { offeredUntil: _u, waitingSince: _w, offers: _o, ...kept } = before;
  const at = now.toISOString();
  return {
    ...kept,
    state,
    version: before.version + 1,
    changedAt: at,
    confirmedAt: at,
    ...registrantsPlace(before.person, before.scope, at),
  };
}
