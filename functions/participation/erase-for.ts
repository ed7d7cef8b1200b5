import type { PersonHash } from "../../shared/domain/person-hash.ts";
import { erasePerson } from "../../shared/table/erase.ts";
import type { Participation } from "../../shared/table/participation.ts";
import { allOfPerson } from "../../shared/table/person-file.ts";
import type { Surroundings } from "../edge/surroundings.ts";
import { withdrawFor } from "./withdraw-for.ts";

/**
 * Forgets a person. Of limited events that are still to come they are withdrawn first: nobody could be told any more that
 * a seat is theirs, while others wait for it. Cut short, it can be done again. Throws `SpeaksForMember`.
 */
export async function eraseFor(
  surroundings: Pick<Surroundings, "table" | "scope" | "clock">,
  person: PersonHash,
): Promise<void> {
  const { table } = surroundings;
  const { contacts, participations } = await allOfPerson(table, person);
  const isFree = !contacts.some(({ state }) => state === "confirmed");
  for (const { scope } of isFree ? participations.filter(isHolding) : [])
    if (await isToCome(surroundings, scope)) await withdrawFor(surroundings, person, scope);
  await erasePerson(table, person);
}

/** Has a seat, an offer of one, or a place in line. */
function isHolding({ seat, state }: Participation): boolean {
  const isIn = state === "confirmed" && seat !== undefined;
  return isIn || state === "offered" || state === "waitlisted";
}

async function isToCome(
  { scope, clock }: Pick<Surroundings, "scope" | "clock">,
  subject: Participation["scope"],
): Promise<boolean> {
  const details = await scope(subject);
  return details?.kind === "event" && new Date(details.startsAt) > clock();
}
