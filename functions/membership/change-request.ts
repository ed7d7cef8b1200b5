import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { type Contact, puttingContact, removingContact } from "../../shared/table/contact.ts";
import { contactKey, memberKey } from "../../shared/table/keys.ts";
import type { Member } from "../../shared/table/member.ts";
import type { MemberChange } from "../../shared/table/member-change.ts";
import { placed } from "../../shared/table/member-list.ts";
import { isOpen, wishId, wishOf } from "../../shared/table/member-wish.ts";
import type { Table } from "../../shared/table/table.ts";

/** The request that goes to the reviewers; the member stays listed as it is until they decide. */
export async function changeRequest(
  table: Table,
  asked: { member: Member; contact: Contact; wanted: Partial<Pick<Member, "name" | "website" | "logo">> },
  now: Date,
): Promise<{ change: MemberChange; parts: TransactWriteItem[] }> {
  const { member, contact, wanted } = asked;
  const id = wishId(member.id);
  const before = await wishOf(table, member);
  const { name, website, logo } = isOpen(before) ? before : { ...member, logo: undefined };
  const at = now.toISOString();
  const { joined: _j, decidedAt: _d, decision: _c, logo: _l, expiresAt: _e, ...kept } = member;
  const after = placed({
    ...kept,
    ...memberKey(id),
    sk: "PROFILE",
    id,
    what: "change",
    of: member.id,
    ...{ name, website, logo, ...wanted },
    contacts: [contact.person],
    invited: [],
    strength: "weak",
    proofs: [],
    state: "submitted",
    version: Math.max(Math.floor(now.getTime() / 1000), (before?.version ?? 0) + 1),
    ...{ asks: before?.asks ?? 0, asksToday: 0, askedOn: "" },
    createdAt: at,
    submittedAt: at,
    changedAt: at,
  });
  const copy = { ...contact, ...contactKey(contact.person, id), member: id };
  const former = before?.contacts.filter((person) => person !== contact.person) ?? [];
  const parts = former.map((person) => removingContact(table, { person, member: id }));
  return { change: { before, after }, parts: [puttingContact(table, copy), ...parts] };
}
