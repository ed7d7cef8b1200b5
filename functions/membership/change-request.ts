import { createHash } from "node:crypto";
import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { type Contact, puttingContact } from "../../shared/table/contact.ts";
import { contactKey, memberKey } from "../../shared/table/keys.ts";
import { type Member, memberOf } from "../../shared/table/member.ts";
import type { MemberChange } from "../../shared/table/member-change.ts";
import { placed } from "../../shared/table/member-list.ts";
import type { Table } from "../../shared/table/table.ts";

/** A member has one open wish for another name or website at a time: a further one takes its place. */
function changeId(member: string): string {
  return createHash("sha256").update(`change:${member}`).digest("hex").slice(0, 20);
}

/** The request that goes to the reviewers; the member stays listed as it is until they decide. */
export async function changeRequest(
  table: Table,
  wish: { member: Member; contact: Contact; renamed: Pick<Member, "name" | "website"> },
  now: Date,
): Promise<{ change: MemberChange; parts: TransactWriteItem[] }> {
  const { member, contact, renamed } = wish;
  const id = changeId(member.id);
  const before = await memberOf(table, id);
  const at = now.toISOString();
  const { joined: _j, decidedAt: _d, decision: _c, logo: _l, expiresAt: _e, ...kept } = member;
  const after = placed({
    ...kept,
    ...memberKey(id),
    sk: "PROFILE",
    id,
    what: "change",
    of: member.id,
    ...renamed,
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
  return { change: { before, after }, parts: [puttingContact(table, copy)] };
}
