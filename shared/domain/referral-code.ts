import { createCipheriv, createDecipheriv, createHmac, timingSafeEqual } from "node:crypto";
import { type PersonHash, personHashBytes } from "./person-hash.ts";

const tagBytes = 12;

/**
 * The code in a person's share link of one action: their hash, encrypted under a key made from our secret, in base64url.
 * It is derived and needs no storing and no look-up; it cannot be made without the secret; and since every action has
 * another code, two links tell nobody that one person stands behind both. (A synthetic IV: the tag is a MAC over action
 * and person, and is the cipher's nonce.)
 */
export function referralCode(person: PersonHash, scope: string, secret: string): string {
  const bytes = Buffer.from(person, "base64url");
  const tag = tagOf(bytes, scope, secret);
  const cipher = createCipheriv("aes-256-ctr", key(secret), nonce(tag));
  return Buffer.concat([tag, cipher.update(bytes), cipher.final()]).toString("base64url");
}

/** The person behind a code of this action; undefined where it was not made by us, or for another action. */
export function readReferralCode(code: string, scope: string, secret: string): PersonHash | undefined {
  if (!/^[A-Za-z0-9_-]{40}$/.test(code)) return undefined;
  const all = Buffer.from(code, "base64url");
  if (all.length !== tagBytes + personHashBytes) return undefined;
  const tag = all.subarray(0, tagBytes);
  const decipher = createDecipheriv("aes-256-ctr", key(secret), nonce(tag));
  const person = Buffer.concat([decipher.update(all.subarray(tagBytes)), decipher.final()]);
  return timingSafeEqual(tagOf(person, scope, secret), tag) ? person.toString("base64url") : undefined;
}

function tagOf(person: Buffer, scope: string, secret: string): Buffer {
  return createHmac("sha256", secret)
    .update("referral-tag:")
    .update(person)
    .update(scope)
    .digest()
    .subarray(0, tagBytes);
}

function key(secret: string): Buffer {
  return createHmac("sha256", secret).update("referral-key").digest();
}

function nonce(tag: Buffer): Buffer {
  return Buffer.concat([tag, Buffer.alloc(16 - tagBytes)]);
}
