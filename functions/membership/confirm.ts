import { randomUUID } from "node:crypto";
import type { Link } from "../../shared/domain/link-token.ts";
import { memberSubject } from "../../shared/domain/member-id.ts";
import { memberAnswer, memberStateAt } from "../../shared/domain/member-states.ts";
import { NotPossible, TooBusy } from "../../shared/domain/refused.ts";
import { auditing } from "../../shared/table/audit.ts";
import { claiming, claimsOf, holdersOf } from "../../shared/table/claim.ts";
import { type Contact, puttingContact } from "../../shared/table/contact.ts";
import type { Member } from "../../shared/table/member.ts";
import { changeMembers } from "../../shared/table/member-change.ts";
import { placed } from "../../shared/table/member-list.ts";
import { usualDays } from "../../shared/table/reviews.ts";
import type { Table } from "../../shared/table/table.ts";
import { type Linked, linked } from "./linked.ts";

/**
 * Confirms an application, or a contact whom another has added. The name and domain are claimed in the same
 * transaction; where another member holds one, the application becomes a request to speak for that member. Confirming
 * twice answers as the first time.
 */
export async function confirmMember(table: Table, link: Link, now: Date): Promise<Linked> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const standing = await linked(table, link);
    if (standing.contact.state === "confirmed") return standing;
    const answer = memberAnswer("confirm", memberStateAt(standing.member, now));
    if ("refuse" in answer)
      throw new NotPossible(answer.refuse === "no-application" ? "link-expired" : answer.refuse);
    const confirmed =
      "to" in answer ? await submit(table, standing, now) : await welcome(table, standing, now);
    if (confirmed) return confirmed;
  }
  throw new TooBusy();
}

/** Undefined where somebody else changed something meanwhile: then it is to be looked at anew. */
async function submit(table: Table, standing: Linked, now: Date): Promise<Linked | undefined> {
  const claims = claimsOf(standing.member);
  const holders = await holdersOf(table, claims);
  const of = holders.find((holder) => holder !== undefined && holder !== standing.member.id);
  const contact = confirmedContact(standing.contact, now);
  const member = submitted(standing.member, { of, expectedDays: await usualDays(table) }, now);
  const changed = await changeMembers(
    table,
    [{ before: standing.member, after: member }],
    [
      puttingContact(table, contact),
      noted(table, member, "application-confirmed", now),
      ...(of ? [] : claiming(table, claims, member.id)),
    ],
  );
  return changed === "done" ? { member, contact } : undefined;
}

/** A request to speak for a member that there is brings no logo: that is the member's to change. */
function submitted(
  { expiresAt: _e, decision: _d, logo, ...standing }: Member,
  { of, expectedDays }: { of: string | undefined; expectedDays: number | undefined },
  now: Date,
): Member {
  const at = now.toISOString();
  return placed({
    ...standing,
    ...(of ? { what: "contact", of } : logo && { logo }),
    ...(expectedDays && { expectedDays }),
    state: "submitted",
    version: standing.version + 1,
    submittedAt: at,
    changedAt: at,
  });
}

/** A contact whom a contact or the staff have asked to speak for the member. */
async function welcome(table: Table, standing: Linked, now: Date): Promise<Linked | undefined> {
  const contact = confirmedContact(standing.contact, now);
  const { member: before } = standing;
  const member: Member = {
    ...before,
    contacts: [...new Set([...before.contacts, contact.person])],
    invited: before.invited.filter((person) => person !== contact.person),
    version: before.version + 1,
    changedAt: now.toISOString(),
  };
  const parts = [puttingContact(table, contact), noted(table, member, "contact-confirmed", now)];
  const changed = await changeMembers(table, [{ before, after: member }], parts);
  return changed === "done" ? { member, contact } : undefined;
}

function confirmedContact({ expiresAt: _, ...contact }: Contact, now: Date): Contact {
  return { ...contact, state: "confirmed", confirmedAt: now.toISOString() };
}

/** What a contact did, in the same list as the acts of the staff. */
export function noted(table: Table, { id }: Member, act: string, now: Date) {
  return auditing(table, { subject: memberSubject(id), who: "contact", act }, { at: now, id: randomUUID() });
}
