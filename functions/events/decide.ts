import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import {
  EventNotPossible,
  type EventVerb,
  eventAnswer,
  SeatsBeingCounted,
} from "../../shared/domain/event-states.ts";
import { ActionClosed, NotFound } from "../../shared/domain/refused.ts";
import { isSlug } from "../../shared/domain/scope.ts";
import { changeEvent } from "../../shared/table/change-event.ts";
import { closing, resizing } from "../../shared/table/change-seats.ts";
import { beginning } from "../../shared/table/fan-out.ts";
import { type Event, eventDetails } from "../../shared/table/scope.ts";
import { limiting, settleSeating, unlimiting } from "../../shared/table/seating.ts";
import { settleLine } from "../../shared/table/settle-line.ts";
import type { Table } from "../../shared/table/table.ts";

export interface Deciding {
  table: Table;
  clock: () => Date;
  /** Random; names an entry of the audit list. */
  id: () => string;
}

/** What somebody of the staff does to an event. */
export interface Decision {
  slug: string;
  verb: EventVerb;
  who: string;
  reason?: string | undefined;
}

/** An event that staff may see; throws `NotFound`. Those of unconfirmed addresses are nobody's business yet. */
export async function staffEvent(table: Table, slug: string): Promise<Event> {
  const event = isSlug(slug) ? await eventDetails(table, slug) : undefined;
  if (!event || event.state === "unverified") throw new NotFound();
  return event;
}

/** Does a verb of the state table. Doing it twice answers as the first time; a lost race is `ChangedMeanwhile`. */
export async function decide(deciding: Deciding, { slug, verb, who, reason }: Decision): Promise<Event> {
  const { table, clock, id } = deciding;
  const now = clock();
  const before = await staffEvent(table, slug);
  const answer = eventAnswer(verb, before.state);
  if ("refuse" in answer) throw new EventNotPossible(answer.refuse);
  if ("same" in answer) return before;
  const cancels = answer.to === "cancelled";
  const after: Event = {
    ...before,
    state: answer.to,
    changedAt: now.toISOString(),
    ...(reason !== undefined && { reason }),
    ...(verb === "ask" && { questions: (before.questions ?? 0) + 1 }),
    ...(cancels && { sequence: before.sequence + 1 }),
    ...(answer.to === "declined" && { picture: undefined }),
  };
  const also: TransactWriteItem[] = cancels
    ? [...(await closing(table, before)), telling(table, after, "event-cancelled")]
    : [];
  const act = {
    subject: before.scope,
    who,
    act: `event.${verb}`,
    reason,
    from: before.state,
    to: after.state,
  };
  return changeEvent(table, { before, after, act: { act, at: now, id: id() }, also });
}

/** The write by which everybody registered is written to, to go with the change that they must hear of. */
export function telling(
  table: Table,
  { scope, sequence, changedAt = "" }: Event,
  kind: "event-moved" | "event-cancelled",
): TransactWriteItem {
  return beginning(table, { scope, kind, occurrence: sequence, dueAt: changedAt });
}

/**
 * Gives an event another capacity, or none (null). Those first in line are offered the seats that come about; all of them
 * are in where there is no limit any more. Who is registered already is given a seat where there was no limit: newcomers
 * wait for a minute meanwhile.
 */
export async function resize(
  { table, clock, id }: Deciding,
  { slug, capacity, who }: { slug: string; capacity: number | null; who: string },
): Promise<Event> {
  const now = clock();
  const before = await staffEvent(table, slug);
  const answer = eventAnswer("edit", before.state);
  if ("refuse" in answer) throw new EventNotPossible(answer.refuse);
  if (before.capacity === capacity) return before;
  if (before.seating) throw new SeatsBeingCounted();
  const { after, also } = await resized(table, before, { capacity, now });
  const act = {
    subject: before.scope,
    who,
    act: "event.capacity",
    from: String(before.capacity ?? "no-limit"),
    to: String(capacity ?? "no-limit"),
  };
  const changed = { ...after, changedAt: now.toISOString() };
  const next = await changeEvent(table, { before, after: changed, act: { act, at: now, id: id() }, also });
  if (next.seating?.to === "no-limit") return settleSeating(table, next, now);
  await settleLine(table, next, { now });
  return next;
}

async function resized(
  table: Table,
  before: Event,
  { capacity, now }: { capacity: number | null; now: Date },
): Promise<{ after: Event; also: TransactWriteItem[] }> {
  if (capacity !== null && before.capacity !== null)
    return { after: { ...before, capacity }, also: await resizing(table, before, capacity) };
  // Seats are counted by a sweep over what is to come; once it has begun nobody needs another limit.
  if (new Date(before.startsAt) <= now) throw new ActionClosed("action-past");
  return capacity === null ? unlimiting(before, now) : limiting(table, before, { capacity, now });
}
