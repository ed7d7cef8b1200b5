import type { QueueItem } from "../../shared/contracts/membership-staff.ts";
import { memberSubject } from "../../shared/domain/member-id.ts";
import { memberStateAt } from "../../shared/domain/member-states.ts";
import { proofPlaces } from "../../shared/domain/proof-places.ts";
import { NotPossible } from "../../shared/domain/refused.ts";
import { actsOn } from "../../shared/table/audit.ts";
import { contactsOf } from "../../shared/table/contact.ts";
import { type Member, memberOf } from "../../shared/table/member.ts";
import { nearMembers } from "../../shared/table/near-members.ts";
import type { Table } from "../../shared/table/table.ts";
import { type KeptPictures, keptView } from "./kept-picture.ts";
import { canProve } from "./prove.ts";
import type { ProofDesk } from "./staff-proof.ts";

/** An application as it stands in the queue. */
export function queueItem(member: Member): QueueItem {
  const { id, what, of, name, kind, country, website, strength, state, version, submittedAt } = member;
  return {
    ...{ id, what, name, kind, country, strength, state, version },
    of: of ?? null,
    website: website ?? null,
    submittedAt: submittedAt ?? null,
  };
}

/**
 * All that a reviewer needs to decide: what was said, who says it, what happened so far, and who may be the same.
 */
export async function applicationFile(
  desk: Pick<ProofDesk, "table" | "linkSecret"> & KeptPictures,
  id: string,
  now: Date,
) {
  const { table, linkSecret } = desk;
  const member = await memberOf(table, id);
  if (!member || memberStateAt(member, now) === "absent") throw new NotPossible("no-application");
  const [contacts, history, of, near, logo] = await Promise.all([
    contactsOf(table, id, [...member.contacts, ...member.invited]),
    actsOn(table, memberSubject(id)),
    member.of === undefined ? undefined : memberOf(table, member.of),
    nearMatches(table, member),
    keptView(desk, member.logo),
  ]);
  const { why, domain, locale, principles, consent, proofs, question, answer, decision } = member;
  return {
    ...queueItem(member),
    ...{ locale, principles, consent, proofs },
    proofPlaces: canProve(member) ? (proofPlaces(member, await linkSecret()) ?? null) : null,
    logo,
    why: why ?? null,
    domain: domain ?? null,
    question: question ?? null,
    answer: answer ?? null,
    decision: decision ?? null,
    contacts: contacts.map(({ email, name = null, role = null, state }) => ({ email, name, role, state })),
    history: history.map(({ at, who, act, reason = null, from = null, to = null }) => ({
      ...{ at, who, act, reason, from, to },
    })),
    member: of ? queueItem(of) : null,
    near,
  };
}

async function nearMatches(table: Table, member: Member) {
  const near = await nearMembers(table, member, [member.id, member.of]);
  return near.map(({ member: other, ...how }) => ({ ...queueItem(other), ...how }));
}
