import { createHmac } from "node:crypto";
import { dayOf } from "./asks.ts";
import { InvalidRequest } from "./refused.ts";

/** Where an organization can show that somebody speaks for it, and by what value. */
export interface ProofPlaces {
  /** The name of a TXT record. */
  record: string;
  /** The address of a file. */
  file: string;
  value: string;
}

/** Who proves what: `id` names who speaks (a member, a signatory), and makes the value theirs alone. */
export interface ToProve {
  id: string;
  domain?: string | undefined;
  website?: string | undefined;
}

/**
 * The places for an organization whose domain is its own; undefined for experts and on domains shared with strangers. The
 * value is derived from who speaks and the domain under a secret, so that it is nowhere stored and proves for no other.
 */
export function proofPlaces({ id, domain, website }: ToProve, secret: string): ProofPlaces | undefined {
  if (domain === undefined || website === undefined) return undefined;
  const mac = createHmac("sha256", secret).update(`proof:${id}:${domain}`).digest().subarray(0, 16);
  return {
    record: `_gec-proof.${domain}`,
    file: `https://${new URL(website).hostname}/.well-known/global-encryption-coalition.txt`,
    value: `global-encryption-coalition=${mac.toString("base64url")}`,
  };
}

/** How often a day somebody may make us look: enough to wait for a record, too little to bother a host with. */
const looksPerDay = 10;

/** How often somebody has made us look on a day. */
export interface Looks {
  on: string;
  looks: number;
}

/** The looks with one more; refused where today's are used up. */
export function oneMoreLook(looked: Looks | undefined, now: Date): Looks {
  const on = dayOf(now);
  const looks = (looked?.on === on ? looked.looks : 0) + 1;
  if (looks > looksPerDay) throw new InvalidRequest([{ pointer: "/verb", reason: "looked-too-often" }]);
  return { on, looks };
}
