import { driftOf, type Sums, total } from "../../shared/domain/recount.ts";
import type { Figures } from "../../shared/domain/tally.ts";
import {
  type OpenHours,
  openHoursOf,
  type Repair,
  repair,
  type Standing,
  standingOf,
} from "../../shared/table/recount.ts";
import type { Table } from "../../shared/table/table.ts";
import { counterShards } from "./count.ts";

/** A figure that was not what it must be. `hour` is absent where it was a scope's total. */
export interface Drift {
  scope: string;
  hour?: string;
  drift: Figures;
  /** Whether this run mended it; another may have been first. */
  repaired: boolean;
}

export interface Compared {
  drifts: Drift[];
  /** Scopes of which somebody was counted all the while, so that nobody can say which of two figures is wrong. */
  unsettled: string[];
}

interface Known {
  sums: Sums;
  openFrom: string;
  /** Postings of each open hour before the scan; undefined for a scope that was not looked at then. */
  postings: Record<string, Record<string, number>>;
  now: Date;
}

/** Compares the counters of every scope with the ledgers' sums and repairs what differs and is certain. */
export async function compareAndRepair(table: Table, known: Known): Promise<Compared> {
  const scopes = new Set([...Object.keys(known.sums.booked), ...Object.keys(known.sums.counted)]);
  const compared: Compared = { drifts: [], unsettled: [] };
  for (const scope of scopes) {
    for (const found of closedDrifts(known, scope)) compared.drifts.push(await mend(table, found));
    const open = await openDrifts(table, known, scope);
    for (const found of open.drifts) compared.drifts.push(await mend(table, found));
    const totals = await totalDrift(table, { known, scope, settled: open.settled });
    if (totals === "unsettled") compared.unsettled.push(scope);
    else if (totals) compared.drifts.push(await mend(table, totals));
  }
  return compared;
}

async function mend(table: Table, found: Repair): Promise<Drift> {
  const { scope, hour, drift } = found;
  return { scope, ...(hour !== undefined && { hour }), drift, repaired: await repair(table, found) };
}

/** Hours that are closed change no more, on either side: what differs is wrong. */
function closedDrifts({ sums, openFrom }: Known, scope: string): Repair[] {
  const booked = sums.booked[scope] ?? {};
  const counted = sums.counted[scope] ?? {};
  const hours = new Set([...Object.keys(booked), ...Object.keys(counted)]);
  return [...hours]
    .filter((hour) => hour < openFrom)
    .flatMap((hour) => {
      const drift = driftOf(booked[hour] ?? {}, counted[hour] ?? {});
      return drift ? [{ scope, hour, drift, repairs: sums.repairs[scope]?.[hour] ?? 0 }] : [];
    });
}

/**
 * An open hour that nobody posted to while the table was scanned stood still, on both sides: what differs is wrong there
 * too. Of any other nothing can be said yet; an hour later it is closed.
 */
async function openDrifts(
  table: Table,
  { sums, openFrom, postings }: Known,
  scope: string,
): Promise<{ drifts: Repair[]; settled: boolean }> {
  const before = postings[scope];
  const now = await openHoursOf(table, scope, openFrom);
  const booked = sums.booked[scope] ?? {};
  const hours = new Set([...now.keys(), ...Object.keys(booked).filter((hour) => hour >= openFrom)]);
  const drifts: Repair[] = [];
  let settled = before !== undefined;
  for (const hour of hours) {
    const found = now.get(hour) ?? { figures: {}, postings: 0, repairs: 0 };
    if (before === undefined || (before[hour] ?? 0) !== found.postings) {
      settled = false;
      continue;
    }
    const drift = driftOf(booked[hour] ?? {}, found.figures);
    if (drift) drifts.push({ scope, hour, drift, repairs: found.repairs });
  }
  return { drifts, settled };
}

/** A total is the sum of its hours at every moment. Where the open ones are uncertain, either side may be the wrong one. */
async function totalDrift(
  table: Table,
  { known, scope, settled }: { known: Known; scope: string; settled: boolean },
): Promise<Repair | "unsettled" | undefined> {
  const hours = hoursFrom(known.openFrom, known.now);
  const standing = await standingOf(table, scope, { hours, shards: counterShards });
  if (!standing) return "unsettled";
  const drift = driftOf(expectedTotal(known, scope, standing), standing.totals);
  if (!drift) return undefined;
  return settled ? { scope, hour: undefined, drift, repairs: standing.repairs } : "unsettled";
}

function expectedTotal({ sums, openFrom }: Known, scope: string, { open }: Standing): Figures {
  const closed = Object.entries(sums.booked[scope] ?? {}).filter(([hour]) => hour < openFrom);
  return total([...closed.map(([, figures]) => figures), ...figuresIn(open)]);
}

function figuresIn(open: OpenHours): Figures[] {
  return [...open.values()].map(({ figures }) => figures);
}

/** The hours from one on, up to the one that it is. */
export function hoursFrom(first: string, now: Date): string[] {
  const hours: string[] = [];
  for (let at = Date.parse(`${first}:00:00Z`); at <= now.getTime(); at += 3_600_000)
    hours.push(new Date(at).toISOString().slice(0, 13));
  return hours;
}
