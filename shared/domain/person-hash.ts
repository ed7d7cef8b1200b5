import { createHmac } from "node:crypto";
import { identityOf } from "./email-address.ts";

/** Bytes of the hash that stand in keys: 144 bits, a multiple of three, so that base64url needs no padding. */
export const personHashBytes = 18;

export type PersonHash = string;

/**
 * The name under which a person is known: HMAC-SHA256 of the address under a secret key, 24 characters of base64url.
 * Without the key nobody can try addresses against it, so it may stand in keys, queues and the audit list.
 */
export function personHash(address: string, key: string): PersonHash {
  const digest = createHmac("sha256", key)
    .update(`person:${identityOf(address)}`)
    .digest();
  return digest.subarray(0, personHashBytes).toString("base64url");
}
