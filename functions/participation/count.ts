import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import {
  addDeltas,
  type Countable,
  type Deltas,
  emptyLedger,
  hourOf,
  post,
} from "../../shared/domain/tally.ts";
import { type LedgerChange, ledgersOf, postLedgers } from "../../shared/table/counter.ts";
import type { Table } from "../../shared/table/table.ts";

/** What is to be counted, by the partition key of its owner. */
export type ByOwner = Map<string, Countable[]>;

/**
 * A transaction takes 100 items: 40 ledgers leave room for the counters of 30 scopes, two items each. A posting that
 * touches more scopes is halved until it fits.
 */
const ledgersAtOnce = 40;
const itemsAtOnce = 100;

/** A busy scope is spread over this many shards, a quiet one stays on shard 0, so that reading it costs one item. */
const counterShards = 16;
const busyLedgers = 8;

const attempts = 8;

/**
 * Counts what is given, exactly once: safe to repeat, to run twice at once, and to be killed anywhere. Answers with the
 * owners that could not be counted (others had changed them at every try); they are to be tried again later.
 */
export async function count(table: Table, things: ByOwner, clock: () => Date): Promise<string[]> {
  const failed: string[] = [];
  const owners = [...things.keys()];
  for (let start = 0; start < owners.length; start += ledgersAtOnce) {
    const group = owners.slice(start, start + ledgersAtOnce);
    failed.push(...(await countGroup(table, new Map(group.map((pk) => [pk, things.get(pk) ?? []])), clock)));
  }
  return failed;
}

async function countGroup(table: Table, things: ByOwner, clock: () => Date): Promise<string[]> {
  let left = things;
  for (let attempt = 0; attempt < attempts && left.size > 0; attempt++) {
    if (attempt > 0) await pause(attempt);
    left = await countOnce(table, left, { hour: hourOf(clock()), attempt });
  }
  return [...left.keys()];
}

/** One try; answers with what has to be tried again, from newly read ledgers. */
async function countOnce(
  table: Table,
  things: ByOwner,
  { hour, attempt }: { hour: string; attempt: number },
): Promise<ByOwner> {
  const ledgers = await ledgersOf(table, [...things.keys()]);
  const changes: LedgerChange[] = [];
  let deltas: Deltas = {};
  for (const [pk, owned] of things) {
    const ledger = ledgers.get(pk);
    const posted = post(ledger ?? emptyLedger, owned, hour);
    if (!posted) continue;
    changes.push({ pk, before: ledger?.revision, ledger: posted.ledger });
    deltas = addDeltas(deltas, posted.deltas);
  }
  if (changes.length === 0) return new Map();
  const scopes = Object.keys(deltas).length;
  if (changes.length > 1 && changes.length + 2 * scopes > itemsAtOnce)
    return halves(table, things, { hour, attempt });
  const busy = changes.length >= busyLedgers || attempt > 0;
  const shard = busy ? Math.floor(Math.random() * counterShards) : 0;
  try {
    await postLedgers(table, { changes, deltas, hour, shard });
    return new Map();
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    const again = changes.map(({ pk }) => pk);
    return new Map(again.map((pk) => [pk, things.get(pk) ?? []]));
  }
}

async function halves(
  table: Table,
  things: ByOwner,
  at: { hour: string; attempt: number },
): Promise<ByOwner> {
  const all = [...things];
  const middle = Math.ceil(all.length / 2);
  const first = await countOnce(table, new Map(all.slice(0, middle)), at);
  const second = await countOnce(table, new Map(all.slice(middle)), at);
  return new Map([...first, ...second]);
}

/** Full jitter, 25 ms doubling to a second: those who collided must not meet again. */
function pause(attempt: number): Promise<void> {
  const longest = Math.min(1000, 25 * 2 ** attempt);
  return new Promise((resolve) => setTimeout(resolve, Math.random() * longest));
}
