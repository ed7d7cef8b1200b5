import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { CapacityTooSmall } from "../domain/event-states.ts";
import { answerTo, counts, type ParticipationVerb } from "../domain/participation-states.ts";
import { ChangedMeanwhile } from "../domain/refused.ts";
import type { ActionScope } from "../domain/scope.ts";
import { partsOf, shardsFor, spread, takenSeats } from "../domain/seats.ts";
import { accepted } from "./accept-seat.ts";
import { changeEvent } from "./change-event.ts";
import { resize } from "./change-seats.ts";
import { listBuckets, seatsKey } from "./keys.ts";
import { type Participation, participationOf, replaceParticipation } from "./participation.ts";
import type { Event } from "./scope.ts";
import { giveSeat, seatsOf } from "./seats.ts";
import { settleLine } from "./settle-line.ts";
import { stored, type Table } from "./table.ts";
import { bucketPage, bucketsOf, countIn } from "./waiting-line.ts";

/*
 * How an event gets a limit, or loses it, while people register (ADR 24). Without a limit nobody's seat is counted, since
 * a million registrations must not meet on one ledger. So whoever is registered has to be given their seat afterwards,
 * while newcomers wait in line; and a request may still act on what it read of the event before.
 */

/** Longer than any request lasts that may have read the event before its limit was changed. */
const settlingMs = 60_000;
const pageSize = 100;
/** How often one person is tried who changes something at the same moment. */
const tries = 5;

/** An event that gets a limit, and the writes that go with it: from now on newcomers stand in line. */
export async function limiting(
  table: Table,
  before: Event,
  { capacity, now }: { capacity: number; now: Date },
): Promise<{ after: Event; also: TransactWriteItem[] }> {
  const seatShards = before.seatShards ?? shardsFor(capacity);
  const isKnown = before.state === "published" || before.state === "closed";
  if (isKnown && (await registered(table, before.scope)) > capacity) throw new CapacityTooSmall();
  const parts = partsOf(capacity, seatShards);
  const also = parts.map((part, shard) =>
    shardOf(table, { scope: before.scope, shard }, isKnown ? undefined : part),
  );
  const seating = isKnown ? ({ to: "limit", since: now.toISOString() } as const) : undefined;
  return { after: { ...before, capacity, seatShards, seating }, also };
}

/** An event that loses its limit: from now on everybody who comes is in, and so are those who wait. */
export function unlimiting(before: Event, now: Date): { after: Event; also: TransactWriteItem[] } {
  const isKnown = before.state === "published" || before.state === "closed";
  const seating = isKnown ? ({ to: "no-limit", since: now.toISOString() } as const) : undefined;
  return { after: { ...before, capacity: null, seating }, also: [] };
}

/** The write that makes a shard, or takes up one of an earlier limit: with `part` seats, or full and with a line. */
function shardOf(
  { name: TableName }: Table,
  { scope, shard }: { scope: ActionScope; shard: number },
  part: number | undefined,
): TransactWriteItem {
  const seats =
    part === undefined ? "#capacity = if_not_exists(#taken, :none), #line = :yes" : "#capacity = :part";
  return {
    Update: {
      TableName,
      Key: stored({ ...seatsKey(scope, shard) }),
      UpdateExpression: `SET #entity = :entity, #scope = :scope, #shard = :shard, #taken = if_not_exists(#taken, :none), ${seats}`,
      ExpressionAttributeNames: {
        ...{ "#entity": "entity", "#scope": "scope", "#shard": "shard", "#taken": "taken" },
        ...{ "#capacity": "capacity", ...(part === undefined && { "#line": "line" }) },
      },
      ExpressionAttributeValues: stored({
        ...{ ":entity": "seats", ":scope": scope, ":shard": shard, ":none": 0 },
        ...(part === undefined ? { ":yes": true } : { ":part": part }),
      }),
    },
  };
}

/**
 * Goes on with giving seats to those registered, or with letting in those who wait; ends it once nobody can be missing.
 * Safe to repeat, to run twice at once and to be killed anywhere. Returns the event as it then stands.
 */
export async function settleSeating(table: Table, event: Event, now: Date): Promise<Event> {
  const { seating } = event;
  if (!seating) return event;
  const isAll =
    seating.to === "limit" ? await seatEverybody(table, event, now) : await admitEverybody(table, event, now);
  const isSettled = now.getTime() - new Date(seating.since).getTime() >= settlingMs;
  if (!isAll || !isSettled) return event;
  try {
    return await end(table, event, now);
  } catch (error) {
    // Seats or the event changed at this moment: the next run sees what has become of them.
    if (error instanceof ChangedMeanwhile) return event;
    throw error;
  }
}

async function end(table: Table, before: Event, now: Date): Promise<Event> {
  const { seating: _seating, ...kept } = before;
  const changedAt = now.toISOString();
  if (before.capacity === null) return changeEvent(table, { before, after: { ...kept, changedAt } });
  const shards = await seatsOf(table, before);
  // One who confirmed in the moment before the line was formed has a seat: the limit gives way, nobody does.
  const capacity = Math.max(before.capacity, takenSeats(shards));
  const parts = spread(capacity, shards) ?? [];
  const also = shards.map((shard, i) => resize(table, shard, parts[i] ?? 0));
  const next = await changeEvent(table, { before, after: { ...kept, capacity, changedAt }, also });
  await settleLine(table, next, { now });
  return next;
}

/** Gives each registered person without a seat theirs; whether nobody was left out. */
async function seatEverybody(table: Table, event: Event, now: Date): Promise<boolean> {
  let isAll = true;
  let turn = 0;
  for await (const found of everybodyIn(table, event.scope, bucketsOf(event.scope, false)))
    if (!(await seat(table, found, { shard: turn++ % (event.seatShards ?? 1), now }))) isAll = false;
  return isAll;
}

/** The index may be a moment behind: what is tried again is what is stored. */
async function seat(
  table: Table,
  found: Participation,
  { shard, now }: { shard: number; now: Date },
): Promise<boolean> {
  let before: Participation | undefined = found;
  for (let attempt = 0; attempt < tries; attempt++) {
    if (!before || !counts(before.state) || before.seat !== undefined) return true;
    const after = { ...before, seat: shard, version: before.version + 1, changedAt: now.toISOString() };
    if (await giveSeat(table, { before, after }, { scope: before.scope, shard })) return true;
    before = await participationOf(table, before.person, before.scope);
  }
  return false;
}

/** Lets everybody in who waits or has an offer; whether nobody was left out. */
async function admitEverybody(table: Table, event: Event, now: Date): Promise<boolean> {
  let isAll = true;
  const lists = bucketsOf(event.scope, true).slice(listBuckets);
  for await (const found of everybodyIn(table, event.scope, lists))
    if (!(await admit(table, found, now))) isAll = false;
  return isAll;
}

const verb: ParticipationVerb = "admit";

async function admit(table: Table, found: Participation, now: Date): Promise<boolean> {
  let before: Participation | undefined = found;
  for (let attempt = 0; attempt < tries && before; attempt++) {
    const answer = answerTo(verb, before.state, "event");
    if (!("to" in answer)) return true;
    before = await replaceParticipation(table, before, accepted(before, answer.to, now));
    if (before === undefined) return true;
  }
  return before === undefined;
}

async function* everybodyIn(
  table: Table,
  scope: ActionScope,
  buckets: readonly string[],
): AsyncGenerator<Participation> {
  for (const bucket of buckets) {
    let after: string | undefined;
    do {
      const page: Participation[] = await bucketPage(table, bucket, { after, limit: pageSize });
      yield* page.filter((one) => one.scope === scope);
      after = page.length === pageSize ? page.at(-1)?.listSk : undefined;
    } while (after !== undefined);
  }
}

/** How many stand in the list of those registered; an eighth of a read unit each. */
async function registered(table: Table, scope: ActionScope): Promise<number> {
  const counted = await Promise.all(bucketsOf(scope, false).map((bucket) => countIn(table, bucket)));
  return counted.reduce((sum, n) => sum + n, 0);
}
