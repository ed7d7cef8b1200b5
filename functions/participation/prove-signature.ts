import { oneMoreLook, type ProofPlaces, proofPlaces } from "../../shared/domain/proof-places.ts";
import type { Participation } from "../../shared/table/participation.ts";
import { lookForProof } from "../edge/proof-look-up.ts";
import type { Surroundings } from "../edge/surroundings.ts";
import { isToProve } from "./signature-verbs.ts";

/** Where the signatory of an organization can show that they speak for it; undefined where there is nothing to show. */
export async function placesOfProof(
  { linkSecret }: Pick<Surroundings, "linkSecret">,
  { person, signature }: Participation,
): Promise<ProofPlaces | undefined> {
  const { domain, website } = signature?.organization ?? {};
  return proofPlaces({ id: `signature:${person}`, domain, website }, await linkSecret());
}

/** Looks for the proof; the signature with what was found, or with one more look that found nothing. */
export async function proven(
  surroundings: Surroundings,
  participation: Participation,
  now: Date,
): Promise<Participation> {
  const { signature } = participation;
  const places = await placesOfProof(surroundings, participation);
  if (!signature || !places || !isToProve(participation)) return participation;
  const looked = oneMoreLook(signature.looked, now);
  const by = await (surroundings.look ?? lookForProof)(places);
  const at = now.toISOString();
  const proofs = [...(signature.proofs ?? []), ...(by ? [{ by, at }] : [])];
  const version = participation.version + 1;
  return { ...participation, version, changedAt: at, signature: { ...signature, looked, proofs } };
}
