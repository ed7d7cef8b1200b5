import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import {
  addDeltas,
  type Countable,
  type Deltas,
  emptyLedger,
  hourOf,
  post,
} from "../../shared/domain/tally.ts";
import { itemsIn, postLedgers } from "../../shared/table/counter.ts";
import { type LedgerChange, ledgersOf } from "../../shared/table/ledger.ts";
import type { Table } from "../../shared/table/table.ts";

/** What is to be counted, by the partition key of its owner. */
export type ByOwner = Map<string, Countable[]>;

/** So many ledgers are read at once, and so many items a transaction takes; a posting of more is halved until it fits. */
const ownersAtOnce = 100;
const itemsAtOnce = 100;

/** Of one owner: with the coalition and a campaign for each they touch 33 scopes at most, which fit in a transaction. */
const thingsAtOnce = 16;

/** A busy scope is spread over this many shards, a quiet one stays on shard 0, so that reading it costs one item. */
export const counterShards = 16;
const busyLedgers = 8;

/** After so many tries in vain a group is halved at each further one: who is in the way is left alone in the end. */
const attemptsTogether = 3;
const attempts = 8;

interface Group {
  things: ByOwner;
  attempt: number;
}

/** What became of one try: owners that have to be tried again from newly read ledgers, and those that never will do. */
interface Tried {
  again: ByOwner;
  /** Set where the store refused what was written as invalid: trying it again as it is would be in vain. */
  refused?: boolean;
  hopeless: string[];
}

/**
 * Counts what is given, exactly once: safe to repeat, to run twice at once, and to be killed anywhere. Answers with the
 * owners that could not be counted: their ledger cannot be read or written, or others changed it at every try. One such
 * owner keeps no other from being counted.
 */
export async function count(table: Table, things: ByOwner, clock: () => Date): Promise<string[]> {
  const failed: string[] = [];
  for (const part of partsOf(things)) failed.push(...(await countGroup(table, part, clock)));
  return failed;
}

/** At most a hundred owners each; an owner of very many things comes up several times, with some of them each. */
function partsOf(things: ByOwner): ByOwner[] {
  const pieces = [...things].flatMap(([pk, owned]) =>
    Array.from({ length: Math.ceil(owned.length / thingsAtOnce) }, (_, i) => ({
      turn: i,
      entry: [pk, owned.slice(i * thingsAtOnce, (i + 1) * thingsAtOnce)] as const,
    })),
  );
  const turns = [...Map.groupBy(pieces, ({ turn }) => turn).values()];
  return turns.flatMap((turn) =>
    Array.from(
      { length: Math.ceil(turn.length / ownersAtOnce) },
      (_, i) =>
        new Map(
          turn.slice(i * ownersAtOnce, (i + 1) * ownersAtOnce).map(({ entry: [pk, owned] }) => [pk, owned]),
        ),
    ),
  );
}

async function countGroup(table: Table, things: ByOwner, clock: () => Date): Promise<string[]> {
  const failed: string[] = [];
  const groups: Group[] = [{ things, attempt: 0 }];
  for (let group = groups.pop(); group; group = groups.pop()) {
    if (group.attempt > 0) await pause(group.attempt);
    const { again, refused, hopeless } = await countOnce(table, group, hourOf(clock()));
    failed.push(...hopeless);
    if (again.size === 0) continue;
    const last = refused ? again.size === 1 : group.attempt + 1 >= attempts;
    if (last) failed.push(...again.keys());
    else groups.push(...nextGroups({ things: again, attempt: group.attempt + (refused ? 0 : 1) }, refused));
  }
  return failed;
}

function nextGroups({ things, attempt }: Group, apart = false): Group[] {
  if (things.size === 1 || !(apart || attempt >= attemptsTogether)) return [{ things, attempt }];
  return halvesOf(things).map((half) => ({ things: half, attempt }));
}

function halvesOf(things: ByOwner): ByOwner[] {
  const all = [...things];
  const middle = Math.ceil(all.length / 2);
  return [new Map(all.slice(0, middle)), new Map(all.slice(middle))];
}

/** One try. */
async function countOnce(table: Table, { things, attempt }: Group, hour: string): Promise<Tried> {
  const { read, unreadable } = await ledgersOf(table, [...things.keys()]);
  const changes: LedgerChange[] = [];
  let deltas: Deltas = {};
  for (const [pk, owned] of things) {
    if (unreadable.includes(pk)) continue;
    const ledger = read.get(pk);
    const posted = post(ledger ?? emptyLedger, owned, hour);
    if (!posted) continue;
    changes.push({ pk, before: ledger?.revision, ledger: posted.ledger });
    deltas = addDeltas(deltas, posted.deltas);
  }
  const changed = new Map(changes.map(({ pk }) => [pk, things.get(pk) ?? []]));
  if (changed.size === 0) return { again: changed, hopeless: unreadable };
  if (changed.size > 1 && itemsIn(changed.size, deltas) > itemsAtOnce)
    return { again: changed, refused: true, hopeless: unreadable };
  const shard = changes.length >= busyLedgers || attempt > 0 ? Math.floor(Math.random() * counterShards) : 0;
  try {
    await postLedgers(table, { changes, deltas, hour, shard });
    return { again: new Map(), hopeless: unreadable };
  } catch (error) {
    const ending = endingOf(error);
    if (!ending) throw error;
    return { again: changed, refused: ending === "refused", hopeless: unreadable };
  }
}

/** Whether another try may do, or none will; undefined where it is neither the others' doing nor that of what was sent. */
function endingOf(error: unknown): "collided" | "refused" | undefined {
  if (error instanceof TransactionCanceledException) {
    const reasons = error.CancellationReasons ?? [];
    return reasons.some(({ Code }) => Code !== undefined && invalid.has(Code)) ? "refused" : "collided";
  }
  return error instanceof Error && error.name === "ValidationException" ? "refused" : undefined;
}

const invalid = new Set(["ValidationError", "ItemCollectionSizeLimitExceeded"]);

/** Full jitter, 25 ms doubling to a second: those who collided must not meet again. */
function pause(attempt: number): Promise<void> {
  const longest = Math.min(1000, 25 * 2 ** attempt);
  return new Promise((resolve) => setTimeout(resolve, Math.random() * longest));
}
