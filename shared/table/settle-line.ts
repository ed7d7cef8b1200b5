import { answerTo } from "../domain/participation-states.ts";
import { freeIn, freeSeats, offerUntil } from "../domain/seats.ts";
import type { Participation } from "./participation.ts";
import type { Event } from "./scope.ts";
import { closeLine, moveSeat, type SeatShard, seatsOf } from "./seats.ts";
import type { Table } from "./table.ts";
import { firstInLine, offersPlace } from "./waiting-line.ts";

/** Where a request settles the line; the sweep does what is left of a longer one. */
const offersAtOnce = 25;

/**
 * Offers the seats that are free to those who are first in line, one seat each; where nobody is in line, newcomers may
 * take them again. Safe to repeat, to run twice at once and to be killed anywhere: each offer takes its seat in the same
 * transaction, and what is left is found by the next run. Returns how many offers were made.
 */
export async function settleLine(
  table: Table,
  event: Event,
  { now, atMost = offersAtOnce }: { now: Date; atMost?: number },
): Promise<number> {
  if (event.capacity === null || event.state !== "published" || new Date(event.startsAt) <= now) return 0;
  let offers = 0;
  while (offers < atMost) {
    const round = await settleRound(table, event, { now, atMost: atMost - offers });
    offers += round.offers;
    if (round.settled) return offers;
  }
  return offers;
}

async function settleRound(
  table: Table,
  event: Event,
  { now, atMost }: { now: Date; atMost: number },
): Promise<{ offers: number; settled: boolean }> {
  const shards = await seatsOf(table, event);
  const free = Math.min(freeSeats(shards), atMost);
  if (free === 0) return { offers: 0, settled: true };
  // A few more than there are seats: the index may still show some who have just left the line.
  const waiting = await firstInLine(table, event.scope, free + offersAtOnce);
  const seats = seatsIn(shards).slice(0, free);
  const offers = await offerEach(table, { event, seats, waiting }, now);
  // Nobody waits: whoever comes may take a seat. One who joins at this very moment is found by the next run.
  if (waiting.length === 0) for (const shard of shards) if (shard.line) await closeLine(table, shard);
  return { offers, settled: offers < free };
}

/** Each free seat by its shard. */
function seatsIn(shards: readonly SeatShard[]): SeatShard[] {
  return shards.flatMap((shard) => Array.from({ length: freeIn(shard) }, () => shard));
}

async function offerEach(
  table: Table,
  { event, seats, waiting }: { event: Event; seats: SeatShard[]; waiting: readonly Participation[] },
  now: Date,
): Promise<number> {
  let made = 0;
  for (const before of waiting) {
    for (let shard = seats.shift(); shard; shard = seats.shift()) {
      const outcome = await offer(table, { event, shard, before }, now);
      if (outcome === "done") made++;
      if (outcome === "changed") seats.unshift(shard);
      if (outcome === "done" || outcome === "changed") break;
    }
  }
  return made;
}

async function offer(
  table: Table,
  { event, shard, before }: { event: Event; shard: SeatShard; before: Participation },
  now: Date,
): Promise<"done" | "changed" | "full" | "busy"> {
  const answer = answerTo("offer", before.state, "event");
  if (!("to" in answer)) return "changed";
  const until = offerUntil(event, now).toISOString();
  const after: Participation = {
    ...before,
    state: answer.to,
    version: before.version + 1,
    changedAt: now.toISOString(),
    seat: shard.shard,
    offeredUntil: until,
    offers: (before.offers ?? 0) + 1,
    ...offersPlace(before.person, before.scope, until),
  };
  return moveSeat(table, { before, after }, { shard, move: "take" });
}
