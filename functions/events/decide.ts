import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import {
  CapacityFixed,
  EventNotPossible,
  type EventVerb,
  eventAnswer,
} from "../../shared/domain/event-states.ts";
import { NotFound } from "../../shared/domain/refused.ts";
import { isSlug } from "../../shared/domain/scope.ts";
import { changeEvent } from "../../shared/table/change-event.ts";
import { closing, resizing } from "../../shared/table/change-seats.ts";
import { beginning } from "../../shared/table/fan-out.ts";
import { type Event, eventDetails } from "../../shared/table/scope.ts";
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

/** Gives an event another capacity; those first in line are offered the seats that come about. */
export async function resize(
  { table, clock, id }: Deciding,
  { slug, capacity, who }: { slug: string; capacity: number; who: string },
): Promise<Event> {
  const now = clock();
  const before = await staffEvent(table, slug);
  const answer = eventAnswer("edit", before.state);
  if ("refuse" in answer) throw new EventNotPossible(answer.refuse);
  if (before.capacity === null) throw new CapacityFixed();
  if (before.capacity === capacity) return before;
  const also = await resizing(table, before, capacity);
  const after = { ...before, capacity, changedAt: now.toISOString() };
  const act = {
    subject: before.scope,
    who,
    act: "event.capacity",
    from: String(before.capacity),
    to: String(capacity),
  };
  const next = await changeEvent(table, { before, after, act: { act, at: now, id: id() }, also });
  await settleLine(table, next, { now });
  return next;
}
