import { createHmac } from "node:crypto";
import { identityOf } from "./email-address.ts";

/** Bytes of the hash that stand in keys: 144 bits, a multiple of three, so that base64url needs no padding. */
export const personHashBytes = 18;

export type PersonHash = string;

/**
 * What people are named by: a secret, and the hosts at whose addresses dots make no other person. A secret alone stands
 * for one with no such hosts. Neither may change once there are people: under another, all would be somebody else.
 */
export type PersonKey = string | { secret: string; ignoreDotsAt: readonly string[] };

/**
 * The name under which a person is known: HMAC-SHA256 of the address under a secret key, 24 characters of base64url.
 * Without the key nobody can try addresses against it, so it may stand in keys, queues and the audit list.
 */
export function personHash(address: string, key: PersonKey): PersonHash {
  const { secret, ignoreDotsAt } = typeof key === "string" ? { secret: key, ignoreDotsAt: [] } : key;
  const digest = createHmac("sha256", secret)
    .update(`person:${identityOf(address, ignoreDotsAt)}`)
    .digest();
  return digest.subarray(0, personHashBytes).toString("base64url");
}
