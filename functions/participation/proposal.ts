import { eventAnswer } from "../../shared/domain/event-states.ts";
import type { Link } from "../../shared/domain/link-token.ts";
import { ChangedMeanwhile, InvalidLink, TooBusy } from "../../shared/domain/refused.ts";
import type { Locale } from "../../shared/locales/speak.ts";
import { proposalSlug } from "../../shared/mail/owed-proposals.ts";
import { changeEvent } from "../../shared/table/change-event.ts";
import { type Event, eventDetails } from "../../shared/table/scope.ts";
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

/** The proposer shows that the address is theirs: the organizers see it from now on. Twice is as once. */
export async function verifyProposal(table: Table, link: Link, now: Date): Promise<Event> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const before = await linkedProposal(table, link);
    const answer = eventAnswer("verify", before.state);
    if (!("to" in answer)) return before;
    const { expiresAt: _expires, ...kept } = before;
    const after = { ...kept, state: answer.to, changedAt: now.toISOString() };
    try {
      return await changeEvent(table, { before, after });
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile)) throw error;
    }
  }
  throw new TooBusy();
}

/** What a link of a proposal shows to programs. */
export function proposalAnswer({ state, scope, title }: Event, locale: Locale) {
  const verbs = state === "unverified" ? ["confirm"] : [];
  return { state, verbs, scope, title: textIn(title, locale) };
}
