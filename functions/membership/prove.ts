import { oneMoreLook, proofPlaces } from "../../shared/domain/proof-places.ts";
import type { Member } from "../../shared/table/member.ts";
import { type LookForProof, lookForProof } from "../edge/proof-look-up.ts";

/** Whether there is anything to prove and a place to prove it at. */
export function canProve({ strength, domain, state }: Member): boolean {
  return (
    strength === "weak" && domain !== undefined && ["submitted", "questioned", "approved"].includes(state)
  );
}

/** Looks for the proof; the member with what was found, or with one more look that found nothing. */
export async function proven(
  member: Member,
  { secret, now, look = lookForProof }: { secret: string; now: Date; look?: LookForProof | undefined },
): Promise<Member | undefined> {
  const places = proofPlaces(member, secret);
  if (!places || !canProve(member)) return undefined;
  const looked = oneMoreLook(member.looked, now);
  const by = await look(places);
  if (!by) return { ...member, looked };
  return { ...member, looked, strength: "strong", proofs: [...member.proofs, { by, at: now.toISOString() }] };
}
