import { counts } from "../domain/participation-states.ts";
import type { Participation } from "../table/participation.ts";
import type { OwedMail } from "./owed.ts";

/** Mails that only signatures owe, beside those that any participation does. */
export const signatureMailKinds = [
  "kept-question",
  "text-changed",
  "signature-held",
  "signature-declined",
] as const;
export type SignatureMailKind = (typeof signatureMailKinds)[number];

/**
 * What a change of a signature owes: the question whether it was kept, once for each time that it was put; whether it
 * holds for a newer text, once for each version; and to an organization, that it is looked at, and word of a refusal. Pure.
 */
export function owedBySignature(before: Participation | undefined, after: Participation): OwedMail[] {
  const [was, is] = [before?.signature, after.signature];
  if (!is) return [];
  const mail = { person: after.person, subject: after.scope, owedAt: after.changedAt };
  const owed: OwedMail[] = [];
  const asks = is.keptAsks ?? 0;
  const stands = counts(after.state);
  if (stands && asks > (was?.keptAsks ?? 0)) owed.push({ ...mail, kind: "kept-question", occurrence: asks });
  const version = is.askedVersion ?? 0;
  if (stands && version > (was?.askedVersion ?? 0) && version > is.text.version)
    owed.push({ ...mail, kind: "text-changed", occurrence: version });
  if (after.state === "held" && before?.state !== "held")
    owed.push({ ...mail, kind: "signature-held", occurrence: after.version });
  if (is.declined && !was?.declined)
    owed.push({ ...mail, kind: "signature-declined", occurrence: after.version });
  return owed;
}
