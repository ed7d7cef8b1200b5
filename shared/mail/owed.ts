import * as z from "zod";
import { counts } from "../domain/participation-states.ts";
import type { PersonHash } from "../domain/person-hash.ts";
import type { Participation } from "../table/participation.ts";
import { eventMailKinds } from "./event-mails.ts";
import { memberMailKinds } from "./member-owed.ts";
import { proposalMailKinds } from "./owed-proposals.ts";
import { owedBySeats, seatMailKinds } from "./owed-seats.ts";
import { owedBySignature, signatureMailKinds } from "./owed-signatures.ts";

/**
 * A mail that is owed. Its key names it for good: the same change owes the same key however often it is seen, and the
 * mailer sends a key once. It carries no address: only the mailer looks that up.
 */
export const OwedMail = z.object({
  kind: z.enum([
    "confirm",
    "registered",
    "already-registered",
    "news",
    ...seatMailKinds,
    ...proposalMailKinds,
    ...eventMailKinds,
    ...memberMailKinds,
    ...signatureMailKinds,
  ]),
  person: z.string(),
  /** What it is about: an action's scope, or `member.<id>`. */
  subject: z.string(),
  occurrence: z.number().int(),
  /** With news: the action by which the person was found, and which their links are about. */
  by: z.string().optional(),
  owedAt: z.iso.datetime(),
  /** Set on the one more try that the sweep gives a mail of which nobody knows whether it went out. */
  again: z.literal(true).optional(),
});
export type OwedMail = z.infer<typeof OwedMail>;
export type MailKind = OwedMail["kind"];

export function keyOfMail({ person, subject, kind, occurrence }: OwedMail): string {
  return `${person}.${subject}.${kind}.${occurrence}`;
}

/** The tag that a mail is sent with, in the letters that SES allows there; its events carry it back to us. */
export function tagOfMail(key: string): string {
  return Buffer.from(key).toString("base64url");
}

const mailKeyPattern = /^(?<person>[A-Za-z0-9_-]{24})\.(?<subject>[A-Za-z0-9._-]+)\.[a-z-]+\.\d+$/;

/** A mail as its tag names it: its key, whose it is, and what it is about. */
export interface TaggedMail {
  key: string;
  person: PersonHash;
  subject: string;
}

/** Undefined where the tag is none of ours. */
export function readMailTag(tag: string | undefined): TaggedMail | undefined {
  const key = Buffer.from(tag ?? "", "base64url").toString("utf8");
  const { person, subject } = mailKeyPattern.exec(key)?.groups ?? {};
  return person === undefined || subject === undefined ? undefined : { key, person, subject };
}

/** Which mails a change of a participation owes. Pure: (as it was, as it is) → mails. */
export function owedByParticipation(before: Participation | undefined, after: Participation): OwedMail[] {
  const owed: OwedMail[] = [];
  const mail = { person: after.person, subject: after.scope, owedAt: after.changedAt };
  if (after.asks > (before?.asks ?? 0)) {
    if (after.state === "pending") owed.push({ ...mail, kind: "confirm", occurrence: after.asks });
    if (counts(after.state)) owed.push({ ...mail, kind: "already-registered", occurrence: after.asks });
  }
  if (after.state === "confirmed" && before?.state !== "confirmed" && before && !counts(before.state)) {
    owed.push({ ...mail, kind: "registered", occurrence: after.version });
  }
  return [...owed, ...owedBySeats(before, after), ...owedBySignature(before, after)];
}
