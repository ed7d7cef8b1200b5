import type { MemberMailKind } from "../../shared/mail/member-owed.ts";
import type { Contact } from "../../shared/table/contact.ts";
import { contactKey, memberKey } from "../../shared/table/keys.ts";
import type { Member } from "../../shared/table/member.ts";

const id = "0123456789abcdef0123";
const at = "2027-09-01T10:00:00.000Z";
const decided = { at, who: "reviewer" };

/** The member as it stands when each kind of mail is owed. */
const standing: Record<MemberMailKind, Partial<Member>> = {
  "member-confirm": { state: "unverified" },
  "member-already": { state: "submitted" },
  "member-submitted": { state: "submitted", expectedDays: 3 },
  "member-question": {
    state: "questioned",
    decision: { ...decided, decision: "question", reason: "proof", text: "Who at Privacy Land may we call?" },
  },
  "member-approved": { state: "approved" },
  "member-declined": {
    state: "declined",
    decision: {
      ...decided,
      decision: "declined",
      reason: "not-verifiable",
      text: "Please write from your own domain.",
    },
  },
  "member-reversed": {
    state: "submitted",
    decision: { ...decided, decision: "reversed", reason: "mistake" },
  },
  "member-left": { state: "left" },
  "member-invited": { state: "approved" },
};

/** What the mailer would find of the member and its contact for a mail of this kind. */
export function memberMailing(kind: MemberMailKind, { person, locale }: { person: string; locale: string }) {
  const member: Member = {
    ...memberKey(id),
    ...{ sk: "PROFILE", entity: "member", id, what: "application", kind: "civil-society", country: "SN" },
    ...{ name: "Privacy Land", website: "https://www.privacy-land.example/", principles: "2026-11" },
    consent: { listed: true, text: "listing-2026-11", locale, at },
    contacts: kind === "member-invited" ? [] : [person],
    invited: kind === "member-invited" ? [person] : [],
    ...{ strength: "strong", proofs: [], version: 1, locale, asks: 1, asksToday: 1, askedOn: "2027-09-01" },
    ...{ createdAt: at, changedAt: at, state: "submitted" },
    ...standing[kind],
  };
  const contact: Contact = {
    ...contactKey(person, id),
    ...{ entity: "contact", person, member: id, email: "ann@example.org", name: "Amina Diallo", locale },
    ...{
      state: "unverified",
      generation: 1,
      createdAt: at,
      expiresAt: Date.parse("2027-09-08T10:00:00Z") / 1000,
    },
  };
  return { member, contact };
}
