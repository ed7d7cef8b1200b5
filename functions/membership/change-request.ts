import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { claimedDomain, strengthByAddress } from "../../shared/domain/organization-domain.ts";
import { type Contact, puttingContact, removingContact } from "../../shared/table/contact.ts";
import { contactKey, memberKey } from "../../shared/table/keys.ts";
import type { Member } from "../../shared/table/member.ts";
import type { MemberChange } from "../../shared/table/member-change.ts";
import { placed } from "../../shared/table/member-list.ts";
import { isOpen, wishId } from "../../shared/table/member-wish.ts";
import type { Table } from "../../shared/table/table.ts";

/** The request that goes to the reviewers, added to the wish `before` where that is open; the member stays listed as it is until they decide. */
export async function changeRequest(
  table: Table,
  asked: {
    member: Member;
    contact: Contact;
    before: Member | undefined;
    wanted: Partial<Pick<Member, "name" | "website" | "logo">>;
  },
  now: Date,
): Promise<{ change: MemberChange; parts: TransactWriteItem[] }> {
  const { member, contact, before, wanted } = asked;
  const id = wishId(member.id);
  const open = isOpen(before) ? before : undefined;
  const { name, website, logo } = { ...(open ?? { ...member, logo: undefined }), ...wanted };
  const at = now.toISOString();
  const { joined: _j, decidedAt: _d, decision: _c, question: _q, answer: _a, ...lasting } = member;
  const { logo: _l, expiresAt: _e, ...kept } = lasting;
  const after = placed({
    ...kept,
    ...memberKey(id),
    sk: "PROFILE",
    id,
    what: "change",
    of: member.id,
    ...{ name, website, logo },
    contacts: [contact.person],
    invited: [],
    ...(await shownBy(contact, { website, kind: member.kind, known: open ? [open, member] : [member] }, at)),
    state: "submitted",
    version: Math.max(Math.floor(now.getTime() / 1000), (before?.version ?? 0) + 1),
    ...{ asks: before?.asks ?? 0, asksToday: 0, askedOn: "" },
    createdAt: at,
    submittedAt: at,
    changedAt: at,
  });
  const copy = { ...contact, ...contactKey(contact.person, id), member: id };
  const others = before?.contacts.filter((person) => person !== contact.person) ?? [];
  const parts = others.map((person) => removingContact(table, { person, member: id }));
  return { change: { before, after }, parts: [puttingContact(table, copy), ...parts] };
}

type Shown = Pick<Member, "domain" | "strength" | "proofs">;

/** How far it is shown that they speak for the website's domain: as it was where it stays, else by the contact's own address. */
async function shownBy(
  contact: Contact,
  { website, kind, known }: Pick<Member, "website" | "kind"> & { known: readonly Member[] },
  at: string,
): Promise<Shown> {
  const domain = website === undefined ? undefined : await claimedDomain(website, kind);
  const same = known.find((one) => one.domain === domain);
  if (same) return { domain, strength: same.strength, proofs: same.proofs };
  const strength = website === undefined ? "weak" : await strengthByAddress(contact.email, website);
  return { domain, strength, proofs: strength === "strong" ? [{ by: "address", at }] : [] };
}
