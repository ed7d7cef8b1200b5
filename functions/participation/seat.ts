import { ActionClosed, TooBusy } from "../../shared/domain/refused.ts";
import { openShard } from "../../shared/domain/seats.ts";
import type { Confirming, ConfirmOutcome } from "../../shared/table/participation.ts";
import type { Event } from "../../shared/table/scope.ts";
import { confirmIntoSeat, openLine, type SeatShard, seatsOf } from "../../shared/table/seats.ts";
import { settleLine } from "../../shared/table/settle-line.ts";
import type { Table } from "../../shared/table/table.ts";
import { joinLine } from "../../shared/table/waiting-line.ts";
import { describe, logger } from "../edge/chain.ts";

const attempts = 12;

/**
 * Confirms for an event of limited capacity: into a seat, in one transaction with it, or into the line where none is
 * free. A rush costs the seats' items a write for each seat that there is and no more: whoever reads that a line has
 * formed joins it by a write to their own item.
 */
export async function confirmWithSeat(
  table: Table,
  { confirming, event }: { confirming: Confirming; event: Event },
  now: Date,
): Promise<ConfirmOutcome> {
  const start = Math.floor(Math.random() * (event.seatShards ?? 1));
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (attempt > 0) await pause(attempt);
    const shards = await seatsOf(table, event);
    if (shards.some(({ closed }) => closed)) throw new ActionClosed("action-cancelled");
    const shard = openShard(shards, start);
    if (shard) {
      const outcome = await confirmIntoSeat(table, { confirming, shard }, now);
      if (typeof outcome === "object") return outcome;
    } else if (await lineIsOpen(table, shards)) {
      const outcome = await joinLine(table, confirming, now);
      await settleQuietly(table, event, now);
      return outcome;
    }
  }
  throw new TooBusy();
}

async function lineIsOpen(table: Table, shards: readonly SeatShard[]): Promise<boolean> {
  for (const shard of shards) if (!shard.line && !(await openLine(table, shard))) return false;
  return true;
}

/** What the request itself did is done and must be answered so; a line that could not be settled is the sweep's. */
export async function settleQuietly(table: Table, event: Event, now: Date): Promise<void> {
  try {
    await settleLine(table, event, { now });
  } catch (error) {
    logger.warn("a line is left to the sweep", { scope: event.scope, fault: describe(error) });
  }
}

/** Full jitter, 20 ms doubling to half a second: those who collided must not meet again. */
function pause(attempt: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(500, 20 * 2 ** attempt)));
}
