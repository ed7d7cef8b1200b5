import { createHmac } from "node:crypto";

/** Where an organization can show that a contact speaks for it, and by what value. */
export interface ProofPlaces {
  /** The name of a TXT record. */
  record: string;
  /** The address of a file. */
  file: string;
  value: string;
}

/** A member, as far as a proof is about it. */
interface Provable {
  id: string;
  domain?: string | undefined;
  website?: string | undefined;
}

/**
 * The places for a member whose domain is its own; undefined for experts and on domains shared with strangers. The value
 * is derived from the member and the domain under a secret, so that it is nowhere stored and proves for no other.
 */
export function proofPlaces({ id, domain, website }: Provable, secret: string): ProofPlaces | undefined {
  if (domain === undefined || website === undefined) return undefined;
  const mac = createHmac("sha256", secret).update(`proof:${id}:${domain}`).digest().subarray(0, 16);
  return {
    record: `_gec-proof.${domain}`,
    file: `https://${new URL(website).hostname}/.well-known/global-encryption-coalition.txt`,
    value: `global-encryption-coalition=${mac.toString("base64url")}`,
  };
}
