import { randomUUID } from "node:crypto";
import { eventAnswer } from "../../shared/domain/event-states.ts";
import type { Link } from "../../shared/domain/link-token.ts";
import { organizingMember } from "../../shared/domain/organizing-member.ts";
import type { PersonHash } from "../../shared/domain/person-hash.ts";
import { ChangedMeanwhile, InvalidLink, TooBusy } from "../../shared/domain/refused.ts";
import type { Locale } from "../../shared/locales/speak.ts";
import { proposalSlug } from "../../shared/mail/owed-proposals.ts";
import { changeEvent } from "../../shared/table/change-event.ts";
import { contactsBy } from "../../shared/table/contact.ts";
import { type Member, memberOf } from "../../shared/table/member.ts";
import { campaignDetails, type Event, eventDetails } from "../../shared/table/scope.ts";
import type { Table } from "../../shared/table/table.ts";
import { textIn } from "../../shared/table/views.ts";

export function isProposal({ subject }: Link): boolean {
  return proposalSlug(subject) !== undefined;
}

/** The event that a link of its proposer is about; throws `InvalidLink`. */
export async function linkedProposal(table: Table, link: Link): Promise<Event> {
  const event = await eventDetails(table, proposalSlug(link.subject) ?? "");
  if (event?.proposer !== link.person) throw new InvalidLink();
  return event;
}

/**
 * The proposer shows that the address is theirs: the organizers see it from now on. Where it is a member's event and the
 * campaign says so, it is published at once (ADR 23). Twice is as once.
 */
export async function verifyProposal(table: Table, link: Link, now: Date): Promise<Event> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const before = await linkedProposal(table, link);
    if (!("to" in eventAnswer("verify", before.state))) return before;
    const after = await verified(table, before, now);
    const act = after.state === "published" ? actOf(after, now) : undefined;
    try {
      return await changeEvent(table, { before, after, act });
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile)) throw error;
    }
  }
  throw new TooBusy();
}

/** The event as it is once its proposer's address is confirmed, with the member whose it is, where it is a member's. */
async function verified(table: Table, before: Event, now: Date): Promise<Event> {
  const { expiresAt: _expires, proposer = "", ...kept } = before;
  const member = organizingMember(before.organizer, await membersOf(table, proposer));
  const organized = member && { member: member.id, organizer: member.name };
  const verb = member && (await publishesAtOnce(table, before)) ? "verify-member" : "verify";
  const answer = eventAnswer(verb, before.state);
  const state = "to" in answer ? answer.to : before.state;
  return { ...kept, proposer, ...organized, state, changedAt: now.toISOString() };
}

/** Nobody of the staff published it: the entry names the member. */
function actOf({ scope, state, member }: Event, at: Date) {
  const who = `member.${member}`;
  return { act: { subject: scope, who, act: "event.verify-member", to: state }, at, id: randomUUID() };
}

/** The approved members for which somebody is known to speak: a contact who confirmed, whom the member still has. */
async function membersOf(table: Table, person: PersonHash): Promise<Member[]> {
  const contacts = (await contactsBy(table, person)).filter(({ state }) => state === "confirmed");
  const members = await Promise.all(contacts.map(({ member }) => memberOf(table, member)));
  return members.filter(
    (member): member is Member => member?.state === "approved" && member.contacts.includes(person),
  );
}

async function publishesAtOnce(table: Table, { campaign }: Event): Promise<boolean> {
  return (await campaignDetails(table, campaign))?.publishesMembersEvents === true;
}

/** What a link of a proposal shows to programs. */
export function proposalAnswer({ state, scope, title }: Event, locale: Locale) {
  const verbs = state === "unverified" ? ["confirm"] : [];
  return { state, verbs, scope, title: textIn(title, locale) };
}
