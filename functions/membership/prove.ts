import { dayOf } from "../../shared/domain/asks.ts";
import { type ProofPlaces, proofPlaces } from "../../shared/domain/proof-places.ts";
import { InvalidRequest } from "../../shared/domain/refused.ts";
import type { Member } from "../../shared/table/member.ts";
import { lookForProof } from "./proof-look-up.ts";

/** How often a day a member may make us look: enough to wait for a record, too little to bother a host with. */
const looksPerDay = 10;

/** Whether there is anything to prove and a place to prove it at. */
export function canProve({ strength, domain, state }: Member): boolean {
  return (
    strength === "weak" && domain !== undefined && ["submitted", "questioned", "approved"].includes(state)
  );
}

export type LookForProof = (places: ProofPlaces) => Promise<"dns" | "file" | undefined>;

/** Looks for the proof; the member with what was found, or with one more look that found nothing. */
export async function proven(
  member: Member,
  { secret, now, look = lookForProof }: { secret: string; now: Date; look?: LookForProof | undefined },
): Promise<Member | undefined> {
  const places = proofPlaces(member, secret);
  if (!places || !canProve(member)) return undefined;
  const on = dayOf(now);
  const looks = (member.looked?.on === on ? member.looked.looks : 0) + 1;
  if (looks > looksPerDay) throw new InvalidRequest([{ pointer: "/verb", reason: "looked-too-often" }]);
  const by = await look(places);
  const looked = { on, looks };
  if (!by) return { ...member, looked };
  return { ...member, looked, strength: "strong", proofs: [...member.proofs, { by, at: now.toISOString() }] };
}
