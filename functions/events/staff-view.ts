import { freeSeats, takenSeats } from "../../shared/domain/seats.ts";
import type { Event } from "../../shared/table/scope.ts";
import { seatsOf } from "../../shared/table/seats.ts";
import type { Table } from "../../shared/table/table.ts";

/** An event as staff see it: all that describes it, its state and version, and nothing of who proposed it but that hash. */
export function staffView(event: Event) {
  const { pk: _pk, sk: _sk, entity: _e, kind: _k, listPk: _lp, listSk: _ls, expiresAt: _x, ...shown } = event;
  return shown;
}

/** The same, with its seats. */
export async function staffViewWithSeats(table: Table, event: Event) {
  if (event.capacity === null) return { ...staffView(event), seats: null };
  const shards = await seatsOf(table, event);
  return { ...staffView(event), seats: { taken: takenSeats(shards), free: freeSeats(shards) } };
}
