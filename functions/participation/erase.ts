import { answerTo, stateAt } from "../../shared/domain/participation-states.ts";
import type { PersonHash } from "../../shared/domain/person-hash.ts";
import { type ActionKind, kindOf } from "../../shared/domain/scope.ts";
import { erasePerson, mustBeErasable } from "../../shared/table/erase.ts";
import { strip } from "../../shared/table/participation.ts";
import { allOfPerson } from "../../shared/table/person-file.ts";
import type { Surroundings } from "../edge/surroundings.ts";
import { withdrawFor } from "./withdraw-for.ts";

/**
 * Forgets somebody who asks for it: withdraws them from all that they take part in, so that counts follow and their seats
 * go to the next in line; then removes what they showed in public, their address and their names. What has been attended
 * stays a number. Safe to repeat, and to go on with where it was cut short: the profile is the last to go. Throws
 * `SpeaksForMember` before anything is changed.
 */
export async function erase(
  surroundings: Pick<Surroundings, "table" | "scope" | "clock">,
  person: PersonHash,
): Promise<void> {
  const { table, clock } = surroundings;
  const all = await allOfPerson(table, person);
  mustBeErasable(all);
  for (const participation of all.participations) {
    const { scope } = participation;
    const answer = answerTo("withdraw", stateAt(participation, clock()), kindOf(scope) as ActionKind);
    if ("to" in answer) await withdrawFor(surroundings, person, scope);
    await strip(table, participation);
  }
  await erasePerson(table, person);
}
