import { dueAt, zoneOf } from "../../shared/domain/reminder-times.ts";
import { reminderOf } from "../../shared/mail/event-mails.ts";
import type { OwedMail } from "../../shared/mail/owed.ts";
import { advance, dueFanOuts, type FanOut } from "../../shared/table/fan-out.ts";
import type { Participation } from "../../shared/table/participation.ts";
import { scopeDetails } from "../../shared/table/scope.ts";
import type { Table } from "../../shared/table/table.ts";
import { bucketPage, bucketsOf } from "../../shared/table/waiting-line.ts";
import { type MailQueues, queueMails } from "./queues.ts";

const pageSize = 100;

export interface FanningOut {
  table: Table;
  queues: MailQueues;
  clock: () => Date;
  /** When a run must have stopped, in milliseconds of `Date.now()`; the next run goes on. */
  until: number;
}

/**
 * Queues the mails of every fan-out that is due, page by page. Killed anywhere, the next run goes on from the last page
 * that was noted; what is queued twice by that is sent once. Returns how many mails were queued.
 */
export async function fanOutMails(fanning: FanningOut): Promise<number> {
  let queued = 0;
  for (const due of await dueFanOuts(fanning.table, fanning.clock())) queued += await work(fanning, due);
  return queued;
}

/** Where a fan-out is: in which bucket, behind whom. */
type Place = Pick<FanOut, "place" | "after">;

/** A fan-out as a run has it in hand: what is noted of it, and how far it has looked since without finding anybody. */
interface InHand {
  noted: FanOut;
  place: Place;
  isFor: IsFor;
  buckets: readonly string[];
}

/** Goes on with one as long as there is time. Pages in which it is for nobody cost no write. */
async function work(fanning: FanningOut, due: FanOut): Promise<number> {
  const isFor = await recipients(fanning.table, due);
  const buckets = bucketsOf(due.scope, reminderOf(due.kind) === undefined);
  let hand: InHand = { noted: due, place: due, isFor, buckets };
  while (hand.noted.listPk !== undefined) {
    if (Date.now() >= fanning.until) {
      hand = (await note(fanning, hand, 0)) ?? hand;
      break;
    }
    const next = await onePage(fanning, hand);
    if (!next) break;
    hand = next;
  }
  return hand.noted.queued - due.queued;
}

/** Queues one page; undefined where another runner is at it, or the queue does not take them now. */
async function onePage(fanning: FanningOut, hand: InHand): Promise<InHand | undefined> {
  const { noted, place, isFor, buckets } = hand;
  const bucket = buckets[place.place];
  if (bucket === undefined) return note(fanning, hand, 0, fanning.clock());
  const page = await bucketPage(fanning.table, bucket, { after: place.after, limit: pageSize });
  const mails = page.filter(isFor).map((one) => owed(noted, one));
  if ((await queueMails(fanning.queues, mails)).size > 0) return undefined;
  const next = { ...hand, place: behind(place, page) };
  return mails.length === 0 ? next : note(fanning, next, mails.length);
}

async function note(
  { table }: FanningOut,
  hand: InHand,
  mails: number,
  done?: Date,
): Promise<InHand | undefined> {
  const { noted, place } = hand;
  const { place: bucket, after } = place;
  const advanced = await advance(table, noted, { place: bucket, after, queued: noted.queued + mails, done });
  return advanced && { ...hand, noted: advanced };
}

function behind({ place }: Place, page: readonly Participation[]): Place {
  const isLast = page.length < pageSize;
  return isLast ? { place: place + 1, after: undefined } : { place, after: page.at(-1)?.listSk };
}

type IsFor = (one: Participation) => boolean;

/**
 * Whom of the lists it is for. A wave of reminders is for those for whom it is due at that moment, by the event as it is
 * now: where it has moved since, other waves are for them.
 */
async function recipients(table: Table, { scope, kind, dueAt: wave }: FanOut): Promise<IsFor> {
  const reminder = reminderOf(kind);
  if (reminder === undefined) return (one) => one.scope === scope;
  const event = await scopeDetails(table, scope);
  if (event?.kind !== "event") return () => false;
  const moment = new Date(wave).getTime();
  return (one) => one.scope === scope && dueAt(reminder, event, zoneOf(one, event)).getTime() === moment;
}

function owed({ kind, scope, occurrence, dueAt }: FanOut, { person }: Participation): OwedMail {
  return { kind, person, subject: scope, occurrence, owedAt: dueAt };
}
