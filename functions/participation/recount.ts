import { randomUUID } from "node:crypto";
import { openFrom } from "../../shared/domain/recount.ts";
import { headlines } from "../../shared/table/headlines.ts";
import { openHoursOf } from "../../shared/table/recount.ts";
import {
  dropSegments,
  finishedSegments,
  lastRun,
  type Run,
  saveRun,
  saveSegment,
} from "../../shared/table/recount-progress.ts";
import type { Table } from "../../shared/table/table.ts";
import { type Compared, compareAndRepair, type Drift } from "./recount-repair.ts";
import { mergeFound, nothingFound, recountSegment, type SegmentFound } from "./recount-segment.ts";

export interface Recount {
  table: Table;
  clock: () => Date;
  /** Asked between two segments whether there is time for one more. */
  timeLeft: () => boolean;
}

/** What a recount came to. Not `finished`: time ran out; called again, it goes on where it was. */
export interface Report extends Omit<SegmentFound, "sums"> {
  run: string;
  finished: boolean;
  rounds: number;
  drifts: Drift[];
  unsettled: string[];
}

/** A run that was left is taken up within this time; after it the open hours would be too many to be read at one moment. */
const resumedWithinMs = 3 * 3_600_000;

/** A table of at most so many items is scanned again while a scope that seems wrong does not hold still. */
const smallTable = 200_000;
const mostRounds = 5;
const itemsPerSegment = 100_000;

/** So many are named in the answer; all are mended. */
const mostDrifts = 200;

/**
 * Recounts everything from the items while writes go on, and repairs what differs. It never makes a right count wrong:
 * it only mends what it knows for certain, by adding, once. Killed anywhere, the next call goes on where it was.
 */
export async function recount(recounting: Recount): Promise<Report> {
  const { table, clock } = recounting;
  const left = await lastRun(table);
  const resumable =
    left && !left.finished && clock().getTime() - Date.parse(left.startedAt) < resumedWithinMs;
  let run = resumable
    ? left
    : await newRun(recounting, { run: randomUUID(), round: 1, items: left?.items ?? 0, scopes: [] });
  const report: Report = { ...reportOf(run, nothingFound()), drifts: [], unsettled: [] };
  for (;;) {
    const found = await scan(recounting, run);
    if (!found) return { ...report, finished: false };
    const compared =
      found.brokenLedgers > 0
        ? nothingCertain(found)
        : await compareAndRepair(table, { ...run, sums: found.sums, now: clock() });
    add(report, run, { found, compared });
    await saveRun(table, { ...run, finished: true, items: found.items });
    await dropSegments(table, run);
    // A segment that an earlier call left may be older than what is wrong now: what was resumed is looked at once more.
    const again =
      (compared.unsettled.length > 0 && found.brokenLedgers === 0) || (resumable && report.rounds === 1);
    if (!again || run.round >= mostRounds || found.items > smallTable || !recounting.timeLeft())
      return report;
    run = await newRun(recounting, {
      run: run.run,
      round: run.round + 1,
      items: found.items,
      scopes: Object.keys({ ...found.sums.booked, ...found.sums.counted }),
    });
  }
}

/** While a ledger cannot be read nobody knows what it booked; taking that out of the counts could make a right one wrong. */
function nothingCertain({ sums }: SegmentFound): Compared {
  return { drifts: [], unsettled: Object.keys(sums.counted) };
}

async function newRun(
  { table, clock }: Recount,
  { run, round, items, scopes }: Pick<Run, "run" | "round" | "items"> & { scopes: readonly string[] },
): Promise<Run> {
  const now = clock();
  const from = openFrom(now);
  const fresh: Run = {
    pk: "RECONCILE",
    sk: "RUN",
    entity: "recount",
    run,
    round,
    startedAt: now.toISOString(),
    openFrom: from,
    segments: Math.min(256, Math.max(4, Math.ceil(items / itemsPerSegment))),
    finished: false,
    postings: await postingsOf(table, scopes, from),
    items,
  };
  await saveRun(table, fresh);
  return fresh;
}

/** Of the scopes that a round before found, and of all that have a headline; one whose totals were removed has none. */
async function postingsOf(table: Table, scopes: readonly string[], from: string): Promise<Run["postings"]> {
  const postings: Run["postings"] = {};
  for (const scope of new Set(["coalition", ...scopes, ...(await headlines(table)).keys()])) {
    const hours = await openHoursOf(table, scope, from);
    postings[scope] = Object.fromEntries([...hours].map(([hour, { postings: n }]) => [hour, n]));
  }
  return postings;
}

/** Recounts every segment that is not finished; undefined where time runs out first. */
async function scan({ table, clock, timeLeft }: Recount, run: Run): Promise<SegmentFound | undefined> {
  const whole = nothingFound();
  const finished = (await finishedSegments(table, run)) as Map<number, SegmentFound>;
  for (let segment = 0; segment < run.segments; segment++) {
    let found = finished.get(segment);
    if (!found) {
      if (!timeLeft()) return undefined;
      found = await recountSegment(table, { segment, segments: run.segments }, clock);
      await saveSegment(table, { round: run, segment, now: clock() }, found);
    }
    mergeFound(whole, found);
  }
  return whole;
}

function reportOf(run: Run, { sums: _, ...figures }: SegmentFound) {
  return { run: run.run, finished: true, rounds: 0, ...figures };
}

/** The sizes are those of the last round, what was mended that of all. */
function add(
  report: Report,
  run: Run,
  { found, compared }: { found: SegmentFound; compared: Compared },
): void {
  const { missed, gone, expired, forgotten } = report;
  Object.assign(report, reportOf(run, found), { rounds: report.rounds + 1 });
  report.missed += missed;
  report.gone += gone;
  report.expired += expired;
  report.forgotten += forgotten;
  report.drifts.push(...compared.drifts.slice(0, mostDrifts - report.drifts.length));
  report.unsettled = compared.unsettled;
}
