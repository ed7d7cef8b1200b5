import { randomUUID } from "node:crypto";
import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { memberSubject } from "../../shared/domain/member-id.ts";
import { memberAnswer, memberStateAt } from "../../shared/domain/member-states.ts";
import { NotPossible } from "../../shared/domain/refused.ts";
import { auditing } from "../../shared/table/audit.ts";
import { claiming, claimsOf, releasing } from "../../shared/table/claim.ts";
import { type Contact, contactOf, puttingContact } from "../../shared/table/contact.ts";
import { contactKey } from "../../shared/table/keys.ts";
import { type Member, memberOf } from "../../shared/table/member.ts";
import type { MemberChange } from "../../shared/table/member-change.ts";
import { placed } from "../../shared/table/member-list.ts";
import type { Table } from "../../shared/table/table.ts";

interface Granted {
  members: MemberChange[];
  parts: TransactWriteItem[];
}

/** What an approved request changes in the member that it is about; refused where that has left or gone. */
export async function grant(
  table: Table,
  { request, of }: { request: Member; of: string },
  now: Date,
): Promise<Granted> {
  const before = await memberOf(table, of);
  const answer = memberAnswer("correct", memberStateAt(before, now));
  if (!before || "refuse" in answer)
    throw new NotPossible("refuse" in answer ? answer.refuse : "no-application");
  const granted =
    request.what === "contact"
      ? welcome(table, before, await contactOf(table, request.contacts[0] ?? "", request.id))
      : rename(table, before, request);
  const entry = auditing(
    table,
    { subject: memberSubject(of), who: "contact", act: `${request.what}-granted` },
    { at: now, id: randomUUID() },
  );
  const after = { ...granted.after, version: before.version + 1, changedAt: now.toISOString() };
  return { members: [{ before, after: placed(after) }], parts: [...granted.parts, entry] };
}

/** Another contact for the member: the same person, with the links that they have had so far. */
function welcome(table: Table, before: Member, contact: Contact | undefined) {
  if (!contact) throw new NotPossible("no-application");
  const { expiresAt: _, ...lasting } = contact;
  const own = { ...lasting, ...contactKey(contact.person, before.id), member: before.id };
  const after = { ...before, contacts: [...new Set([...before.contacts, contact.person])] };
  return { after, parts: [puttingContact(table, own)] };
}

/** Another name, website or logo: what is claimed no more is given back, what is new is claimed in the same transaction. */
function rename(table: Table, before: Member, request: Member) {
  const { name, website, domain, strength, proofs, logo = before.logo } = request;
  const moved = before.domain !== domain;
  const after: Member = { ...before, name, website, domain, logo, ...(moved && { strength, proofs }) };
  const [old, wanted] = [claimsOf(before), claimsOf(after)];
  const [given, taken] = [
    old.filter((claim) => !wanted.includes(claim)),
    wanted.filter((claim) => !old.includes(claim)),
  ];
  return { after, parts: [...releasing(table, given, before.id), ...claiming(table, taken, before.id)] };
}
