import { answerTo, stateAt } from "../../shared/domain/participation-states.ts";
import type { PersonHash } from "../../shared/domain/person-hash.ts";
import { type ActionKind, kindOf } from "../../shared/domain/scope.ts";
import { erasePerson, mustBeErasable } from "../../shared/table/erase.ts";
import { type Participation, strip } from "../../shared/table/participation.ts";
import { allOfPerson } from "../../shared/table/person-file.ts";
import type { Surroundings } from "../edge/surroundings.ts";
import { withdrawFor } from "./withdraw-for.ts";

/**
 * Forgets somebody who asks for it: withdraws them from all that they take part in, so that counts follow and their seats
 * go to the next in line; then removes what they showed in public, their address and their names. An event that has begun
 * keeps its number. Safe to repeat, and to go on with where it was cut short: the profile is the last to go. Throws
 * `SpeaksForMember` before anything is changed.
 */
export async function erase(
  surroundings: Pick<Surroundings, "table" | "scope" | "clock">,
  person: PersonHash,
): Promise<void> {
  const { table } = surroundings;
  const all = await allOfPerson(table, person);
  mustBeErasable(all);
  for (const participation of all.participations) {
    if (await isToWithdraw(surroundings, participation))
      await withdrawFor(surroundings, person, participation.scope);
    await strip(table, participation);
  }
  await erasePerson(table, person);
}

async function isToWithdraw(
  surroundings: Pick<Surroundings, "scope" | "clock">,
  participation: Participation,
): Promise<boolean> {
  const { scope } = participation;
  const now = surroundings.clock();
  const details = await surroundings.scope(scope);
  if (details?.kind === "event" && new Date(details.startsAt) <= now) return false;
  return "to" in answerTo("withdraw", stateAt(participation, now), kindOf(scope) as ActionKind);
}
