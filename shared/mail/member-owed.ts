import { memberSubject } from "../domain/member-id.ts";
import type { MemberState } from "../domain/member-states.ts";
import type { Member } from "../table/member.ts";
import type { OwedMail } from "./owed.ts";

export const memberMailKinds = [
  "member-confirm",
  "member-already",
  "member-submitted",
  "member-question",
  "member-approved",
  "member-declined",
  "member-reversed",
  "member-left",
  "member-invited",
] as const;
export type MemberMailKind = (typeof memberMailKinds)[number];

/** What a state owes to all contacts when it is come to. */
const ofState: Partial<Record<MemberState, MemberMailKind>> = {
  questioned: "member-question",
  approved: "member-approved",
  declined: "member-declined",
  left: "member-left",
};

/** Which mails a change of a member owes. Pure: (as it was, as it is) → mails. */
export function owedByMember(before: Member | undefined, after: Member): OwedMail[] {
  const mail = { subject: memberSubject(after.id), owedAt: after.changedAt };
  const toContacts = (kind: MemberMailKind, occurrence: number) =>
    after.contacts.map((person) => ({ ...mail, person, kind, occurrence }));
  const invitations = after.invited
    .filter((person) => !before?.invited.includes(person))
    .map((person) => ({ ...mail, person, kind: "member-invited" as const, occurrence: after.version }));
  const asked = after.asks > (before?.asks ?? 0) ? toContacts(askedKind(after), after.asks) : [];
  const kind = changedKind(before, after);
  return [...asked, ...invitations, ...(kind ? toContacts(kind, after.version) : [])];
}

function askedKind({ state }: Member): MemberMailKind {
  return state === "unverified" ? "member-confirm" : "member-already";
}

function changedKind(before: Member | undefined, after: Member): MemberMailKind | undefined {
  if (before?.state === after.state && before.submittedAt === after.submittedAt) return undefined;
  if (after.state !== "submitted")
    return before && before.state !== after.state ? ofState[after.state] : undefined;
  if (before?.state === "questioned") return undefined;
  return before?.state === "approved" || before?.state === "declined"
    ? reversedKind(before, after)
    : "member-submitted";
}

/** A settled wish for a change that is followed by another one is a new request, not a decision taken back. */
function reversedKind(before: Member, after: Member): MemberMailKind {
  return before.submittedAt === after.submittedAt ? "member-reversed" : "member-submitted";
}
