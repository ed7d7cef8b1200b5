import type { Locale } from "../../shared/locales/speak.ts";
import type { MemberMailKind } from "../../shared/mail/member-owed.ts";
import type { Contact } from "../../shared/table/contact.ts";
import type { Member } from "../../shared/table/member.ts";

const person = "A".repeat(24);
const id = "sample";
const at = "2027-09-01T10:00:00.000Z";

/** The state in which each mail of a membership is owed. */
const standing: Record<MemberMailKind, Member["state"]> = {
  "member-confirm": "unverified",
  "member-already": "submitted",
  "member-submitted": "submitted",
  "member-question": "questioned",
  "member-approved": "approved",
  "member-declined": "declined",
  "member-reversed": "submitted",
  "member-left": "left",
  "member-invited": "approved",
};

/** The member and the contact that a membership's mail is written from. */
export function memberSample(kind: MemberMailKind, locale: Locale): { member: Member; contact: Contact } {
  const state = standing[kind];
  const consent = { listed: true, text: "listing-2026-11", locale, at };
  return {
    member: {
      ...{
        pk: `MEMBER#${id}`,
        sk: "PROFILE",
        entity: "member",
        id,
        what: "application",
        kind: "civil-society",
      },
      ...{ name: "Privacy Workshop Dakar", website: "https://privacy.example.org", country: "SN" },
      ...{ principles: "1", consent, contacts: [person], invited: [person], strength: "strong", proofs: [] },
      ...{ state, version: 1, locale, asks: 1, asksToday: 1, askedOn: "2027-09-01" },
      ...{ createdAt: at, changedAt: at, submittedAt: at, expectedDays: 7 },
      question: { reason: "more-needed", text: "Which of your projects are about encryption?", at },
      decision: {
        decision: state === "declined" ? "declined" : "approved",
        reason: "fits",
        at,
        who: "staff",
      },
      ...(state === "approved" && { joined: "2027-09-01" }),
    },
    contact: {
      ...{ pk: `PERSON#${person}`, sk: `MEMBER#${id}`, entity: "contact", person, member: id },
      ...{ email: "ann@example.org", name: "Amina Diallo", locale, state: "confirmed" },
      ...{ generation: 1, createdAt: at, expiresAt: Date.parse("2027-09-08T10:00:00Z") / 1000 },
    },
  };
}
