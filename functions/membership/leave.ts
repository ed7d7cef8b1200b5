import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { claimsOf, releasing } from "../../shared/table/claim.ts";
import { type Contact, contactsOf, puttingContact, removingContact } from "../../shared/table/contact.ts";
import type { Member } from "../../shared/table/member.ts";
import type { MemberChange } from "../../shared/table/member-change.ts";
import { placed } from "../../shared/table/member-list.ts";
import { wishOf } from "../../shared/table/member-wish.ts";
import type { Table } from "../../shared/table/table.ts";
import type { Doing, Effect, Managing } from "./managing.ts";
import { inDays, type Retention } from "./surroundings.ts";

/**
 * Leaves: off the list, out of the count, name and domain given back, an open wish for a change withdrawn. What was said
 * goes at once. A husk stays for its time, so that a link used afterwards has an answer, and the contacts' addresses for a
 * few days, for the mail that says goodbye.
 */
export async function leave(
  { table, retention }: Managing,
  { member, now }: Pick<Doing, "member" | "now">,
): Promise<Effect> {
  const [contacts, wish] = await Promise.all([speakersOf(table, member), wishOf(table, member)]);
  const open = wish && wish.state !== "left" && (await takingBack(table, wish, retention, now));
  const expiresAt = inDays(now, retention.unverifiedDays);
  return {
    after: husk(member, retention, now),
    ...(open && { also: [open.change] }),
    parts: [
      ...(member.what === "application" ? releasing(table, claimsOf(member), member.id) : []),
      ...contacts.map(({ name: _n, role: _r, ...contact }) =>
        puttingContact(table, { ...contact, expiresAt }),
      ),
      ...(open ? open.parts : []),
    ],
  };
}

/** Takes an open wish for a change back, with what it holds of who asked for it. */
export async function takingBack(
  table: Table,
  wish: Member,
  retention: Retention,
  now: Date,
): Promise<{ change: MemberChange; parts: TransactWriteItem[] }> {
  const speakers = await speakersOf(table, wish);
  return {
    change: { before: wish, after: withdrawn(wish, retention, now) },
    parts: speakers.map((contact) => removingContact(table, contact)),
  };
}

function speakersOf(table: Table, { id, contacts, invited }: Member): Promise<Contact[]> {
  return contactsOf(table, id, [...contacts, ...invited]);
}

/** Nobody speaks for it any more, so nobody gets a second mail. */
function withdrawn(wish: Member, retention: Retention, now: Date): Member {
  const version = wish.version + 1;
  return placed({
    ...husk(wish, retention, now),
    contacts: [],
    invited: [],
    version,
    changedAt: now.toISOString(),
  });
}

/** An organization's name is no secret; an expert's is theirs, and so is their website. */
function husk(member: Member, { declinedDays }: Retention, now: Date): Member {
  const { why: _w, question: _q, answer: _a, logo: _l, decision, website, domain, ...kept } = member;
  const named = member.kind === "expert" ? { name: "" } : { website, domain };
  return {
    ...kept,
    ...named,
    ...(decision && { decision: { ...decision, text: undefined } }),
    state: "left",
    leftAt: now.toISOString(),
    expiresAt: inDays(now, declinedDays),
  };
}
