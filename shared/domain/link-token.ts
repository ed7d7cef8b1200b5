import { createHmac, timingSafeEqual } from "node:crypto";
import { type PersonHash, personHashBytes } from "./person-hash.ts";

/** What a link may be used for. Its place in the list is its byte in the token: only ever append. */
export const linkPurposes = [
  "confirm",
  "manage",
  "unsubscribe",
  "ticket",
  "invite",
  "unsubscribe-news",
  "unsubscribe-reminders",
  "check-in",
  "organize",
] as const;
export type LinkPurpose = (typeof linkPurposes)[number];

/**
 * All that a link says. `subject` is what it is about: an action's scope, `member.<id>`, or `person`. `generation`
 * revokes: raised on the stored item, it makes every older link dead. `expires` is in whole seconds since 1970.
 */
export interface Link {
  purpose: LinkPurpose;
  person: PersonHash;
  subject: string;
  generation: number;
  expires: number;
}

const version = 1;
const headBytes = 1 + 1 + personHashBytes + 2 + 4;
const macBytes = 16;
const maxSubject = 100;

/**
 * The token is derived, not stored: what it says, then a MAC of 128 bits over it, in base64url. So the mailer makes it
 * from the stored item, a request finds the item without another look-up, and one who reads the table can make none.
 */
export function linkToken(link: Link, secret: string): string {
  const subject = Buffer.from(link.subject, "utf8");
  const head = Buffer.alloc(headBytes);
  head.writeUInt8(version, 0);
  head.writeUInt8(linkPurposes.indexOf(link.purpose), 1);
  Buffer.from(link.person, "base64url").copy(head, 2);
  head.writeUInt16BE(link.generation, 2 + personHashBytes);
  head.writeUInt32BE(link.expires, 4 + personHashBytes);
  const said = Buffer.concat([head, subject]);
  return Buffer.concat([said, mac(said, secret)]).toString("base64url");
}

/** Reads a token back; undefined where it was not made under this secret. Whether it has expired is for the caller. */
export function readLinkToken(token: string, secret: string): Link | undefined {
  if (!/^[A-Za-z0-9_-]+$/.test(token)) return undefined;
  const bytes = Buffer.from(token, "base64url");
  if (bytes.length <= headBytes + macBytes || bytes.length > headBytes + maxSubject + macBytes)
    return undefined;
  if (bytes.toString("base64url") !== token) return undefined;
  const said = bytes.subarray(0, bytes.length - macBytes);
  if (!timingSafeEqual(mac(said, secret), bytes.subarray(bytes.length - macBytes))) return undefined;
  const purpose = linkPurposes[said.readUInt8(1)];
  if (said.readUInt8(0) !== version || !purpose) return undefined;
  return {
    purpose,
    person: said.subarray(2, 2 + personHashBytes).toString("base64url"),
    generation: said.readUInt16BE(2 + personHashBytes),
    expires: said.readUInt32BE(4 + personHashBytes),
    subject: said.subarray(headBytes).toString("utf8"),
  };
}

function mac(said: Buffer, secret: string): Buffer {
  return createHmac("sha256", secret).update("link:").update(said).digest().subarray(0, macBytes);
}
