import { mergeSums, noSums, note, noteBookings, type Sums } from "../../shared/domain/recount.ts";
import { type ActionScope, isActionScope } from "../../shared/domain/scope.ts";
import type { Countable } from "../../shared/domain/tally.ts";
import { hourIn, readCounter } from "../../shared/table/counter.ts";
import { forgetPerson, removeExpired } from "../../shared/table/forget.ts";
import { personOf } from "../../shared/table/keys.ts";
import { participationOf } from "../../shared/table/participation.ts";
import { segmentItems } from "../../shared/table/recount.ts";
import type { Table } from "../../shared/table/table.ts";
import { type ByOwner, count } from "./count.ts";
import { type Finding, inspect, type Owner } from "./recount-owner.ts";
import { pendingDays } from "./signup.ts";

/** What a segment of the table came to; the figures after `sums` say what was mended on the way. */
export interface SegmentFound {
  sums: Sums;
  items: number;
  ledgers: number;
  missed: number;
  gone: number;
  uncounted: number;
  unreadable: number;
  brokenLedgers: number;
  expired: number;
  forgotten: number;
}

export const nothingFound = (): SegmentFound => ({
  sums: noSums(),
  items: 0,
  ledgers: 0,
  missed: 0,
  gone: 0,
  uncounted: 0,
  unreadable: 0,
  brokenLedgers: 0,
  expired: 0,
  forgotten: 0,
});

/** Adds what one segment found to what the others did, in place. */
export function mergeFound(whole: SegmentFound, part: SegmentFound): void {
  mergeSums(whole.sums, part.sums);
  for (const figure of Object.keys(whole) as (keyof SegmentFound)[])
    if (figure !== "sums") whole[figure] += part[figure];
}

/** Recounts one segment of the table: sums it up, counts what the tally missed, removes what nobody confirmed. */
export async function recountSegment(
  table: Table,
  part: { segment: number; segments: number },
  clock: () => Date,
): Promise<SegmentFound> {
  const found = nothingFound();
  let unfinished: Owner[] = [];
  for await (const items of segmentItems(table, part)) {
    found.items += items.length;
    const owners = grouped(
      unfinished,
      items.filter((item) => !noteCounter(found.sums, item)),
    );
    // The last one may go on on the next page.
    unfinished = owners.splice(-1);
    await lookAt(table, { owners, found }, clock);
  }
  await lookAt(table, { owners: unfinished, found }, clock);
  return found;
}

/** Items by the partition that they lie in, behind those that are there already. */
function grouped(before: readonly Owner[], items: readonly Record<string, unknown>[]): Owner[] {
  const owners = [...before];
  for (const item of items) {
    const pk = String(item.pk);
    const last = owners.at(-1);
    if (last?.pk === pk) last.items.push(item);
    else owners.push({ pk, items: [item] });
  }
  return owners;
}

/** Notes a counter's item where it is one; totals are read later, at one moment with the hours that are open. */
function noteCounter(sums: Sums, item: Record<string, unknown>): boolean {
  const pk = String(item.pk);
  if (!pk.startsWith("COUNT#")) return false;
  const { sk, figures, repairs } = readCounter(item);
  const scope = pk.slice("COUNT#".length);
  sums.counted[scope] ??= {};
  if (!sk.startsWith("HOUR#")) return true;
  note(sums.counted, { scope, hour: hourIn(sk) }, figures);
  if (repairs > 0) sums.repairs[scope] = { ...sums.repairs[scope], [hourIn(sk)]: repairs };
  return true;
}

async function lookAt(
  table: Table,
  { owners, found }: { owners: readonly Owner[]; found: SegmentFound },
  clock: () => Date,
): Promise<void> {
  const toCount: ByOwner = new Map();
  for (const owner of owners) {
    const finding = inspect(owner, clock());
    if (finding.ledger) {
      found.ledgers++;
      noteBookings(found.sums.booked, finding.ledger.bookings);
    }
    found.unreadable += finding.unreadable;
    found.brokenLedgers += finding.brokenLedger ? 1 : 0;
    const gone = await reallyGone(table, owner.pk, finding);
    if (finding.missed || gone.length > 0) toCount.set(owner.pk, [...(finding.missed ?? []), ...gone]);
    found.missed += finding.missed ? 1 : 0;
    found.gone += gone.length;
    await sweep(table, { owner, finding, found }, clock());
  }
  found.uncounted += (await count(table, toCount, clock)).length;
}

/** What is counted without being there is taken out, once a look of its own has shown that it is not there. */
async function reallyGone(table: Table, pk: string, { ledger, gone }: Finding): Promise<Countable[]> {
  const out: Countable[] = [];
  const person = personOf(pk);
  for (const thing of gone) {
    if (!person || !ledger || !isActionScope(thing)) continue;
    if (await participationOf(table, person, thing satisfies ActionScope)) continue;
    const version = (ledger.entries[thing]?.version ?? 0) + 1;
    out.push({ thing, entry: { version, scopes: [], adds: {} } });
  }
  return out;
}

async function sweep(
  table: Table,
  { owner, finding, found }: { owner: Owner; finding: Finding; found: SegmentFound },
  now: Date,
): Promise<void> {
  for (const participation of finding.expired) {
    if (!(await removeExpired(table, participation, now))) continue;
    found.expired++;
    if (await forgetPerson(table, participation.person, participation.changedAt)) found.forgotten++;
  }
  const longAgo = new Date(now.getTime() - (pendingDays + 1) * 86_400_000).toISOString();
  const person = personOf(owner.pk);
  if (!person || finding.forgottenSince === undefined || finding.forgottenSince > longAgo) return;
  if (await forgetPerson(table, person, longAgo)) found.forgotten++;
}
