import { freeSeats, takenSeats } from "../../shared/domain/seats.ts";
import { counterOf } from "../../shared/table/counter.ts";
import { reportOn } from "../../shared/table/report.ts";
import type { Event } from "../../shared/table/scope.ts";
import { seatsOf } from "../../shared/table/seats.ts";
import type { Table } from "../../shared/table/table.ts";
import { inLine } from "../../shared/table/waiting-line.ts";

/** An event as staff see it: all that describes it, its state and version, and nothing of who proposed it but that hash. */
export function staffView(event: Event) {
  const { pk: _pk, sk: _sk, entity: _e, kind: _k, listPk: _lp, listSk: _ls, expiresAt: _x, ...shown } = event;
  return shown;
}

/** The same with its seats, who is registered, waits and came, and what was reported. */
export async function staffViewWithFigures(table: Table, event: Event) {
  const [seats, counter, report, waiting] = await Promise.all([
    seatFigures(table, event),
    counterOf(table, event.scope),
    reportOn(table, event.scope),
    event.capacity === null ? 0 : inLine(table, event.scope),
  ]);
  const { actions = 0, attended = 0 } = counter;
  return {
    ...staffView(event),
    seats,
    figures: { registered: actions, attended, waiting },
    ...(report && {
      report: { reported: report.reported, evidence: report.evidence, reportedAt: report.reportedAt },
    }),
  };
}

async function seatFigures(table: Table, event: Event) {
  if (event.capacity === null) return null;
  const shards = await seatsOf(table, event);
  return { taken: takenSeats(shards), free: freeSeats(shards) };
}
