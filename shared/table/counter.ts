import { type TransactWriteItem, TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import type { Scope } from "../domain/scope.ts";
import type { Deltas, Figures } from "../domain/tally.ts";
import { counterKey, headlineKey, hourKey, type Key } from "./keys.ts";
import { type LedgerChange, putLedger } from "./ledger.ts";
import { everyItem, stored, type Table } from "./table.ts";

export interface Posting {
  changes: readonly LedgerChange[];
  deltas: Deltas;
  hour: string;
  shard: number;
}

/**
 * Stores ledgers and adds what they differ by to the counters, all or nothing. Two write units a ledger and five a
 * scope. Fails with `TransactionCanceledException`, whose reasons are in the order of `changes`, then the counters.
 */
export async function postLedgers({ client, name }: Table, posting: Posting): Promise<void> {
  const { changes, deltas, hour, shard } = posting;
  const TransactItems = [
    ...changes.map((change) => putLedger(name, change)),
    ...Object.entries(deltas).flatMap(([scope, figures]) => [
      addTo(name, { key: counterKey(scope, shard), figures, set: headlineKey(scope, shard) }),
      addTo(name, { key: hourKey(scope, hour, shard), figures: { ...figures, postings: 1 } }),
    ]),
  ];
  await client.send(new TransactWriteItemsCommand({ TransactItems }));
}

/** How many items a posting's transaction writes. */
export function itemsIn(ledgers: number, deltas: Deltas): number {
  return ledgers + 2 * Object.keys(deltas).length;
}

/** Figures to add to one item, which is made where there is none; `set` are attributes beside them. */
export interface Addition {
  key: Key;
  figures: Figures;
  set?: Record<string, string>;
  /** How often the item must have been repaired by now; undefined where that does not matter. */
  repairs?: number | undefined;
}

export function addTo(TableName: string, { key, figures, set = {}, repairs }: Addition): TransactWriteItem {
  const adds = Object.entries({ ...figures, ...(repairs !== undefined && { repairs: 1 }) });
  const sets = Object.entries(set);
  const names = [...adds, ...sets].map(([name], i) => [`#n${i}`, name] as const);
  const values = [...adds, ...sets].map(([, value], i) => [`:v${i}`, value] as const);
  const pairs = (from: number, to: number, by: string) =>
    names.slice(from, to).map(([name], i) => `${name}${by}:v${from + i}`);
  const setting = sets.length > 0 ? `SET ${pairs(adds.length, names.length, " = ").join(", ")} ` : "";
  return {
    Update: {
      TableName,
      Key: stored({ ...key }),
      UpdateExpression: `${setting}ADD ${pairs(0, adds.length, " ").join(", ")}`,
      ...ifRepaired(repairs),
      ExpressionAttributeNames: Object.fromEntries(names),
      ExpressionAttributeValues: stored({
        ...Object.fromEntries(values),
        ...(repairs && { ":repairs": repairs }),
      }),
    },
  };
}

function ifRepaired(repairs: number | undefined) {
  if (repairs === undefined) return {};
  return { ConditionExpression: repairs === 0 ? "attribute_not_exists(repairs)" : "repairs = :repairs" };
}

/** One stored counter item: its figures, and how often it was posted to and repaired. */
export interface CounterItem {
  pk: string;
  sk: string;
  figures: Figures;
  postings: number;
  repairs: number;
}

/** Reads a stored counter item. What is no number is no figure. */
export function readCounter(item: Record<string, unknown>): CounterItem {
  const { pk, sk, postings, repairs, ...rest } = item;
  const figures = Object.fromEntries(
    Object.entries(rest).filter((entry): entry is [string, number] => typeof entry[1] === "number"),
  );
  return {
    pk: String(pk),
    sk: String(sk),
    figures,
    postings: Number(postings ?? 0),
    repairs: Number(repairs ?? 0),
  };
}

/** The figures of a scope, summed over its shards. One query: half a read unit for each 4 KB of shards. */
export async function counterOf(table: Table, scope: Scope): Promise<Figures> {
  const sum: Figures = {};
  for await (const { figures } of countersFrom(table, scope, { from: "SHARD#", to: "SHARD#~" }))
    addInto(sum, figures);
  return sum;
}

/**
 * What was added to a scope's figures in each UTC hour (`2027-10-21T09`) in which something was, oldest first, from hour
 * `from` on and up to and with hour `to`; and under `postings` how often.
 */
export async function hoursOf(
  table: Table,
  scope: Scope,
  { from = "", to = "~" }: { from?: string; to?: string } = {},
): Promise<Map<string, Figures & { postings: number }>> {
  const hours = new Map<string, Figures & { postings: number }>();
  const range = { from: `HOUR#${from}`, to: `HOUR#${to}#~` };
  for await (const { sk, figures, postings } of countersFrom(table, scope, range)) {
    const hour = hourIn(sk);
    const sum = hours.get(hour) ?? { postings: 0 };
    addInto(sum, { ...figures, postings });
    hours.set(hour, sum);
  }
  return hours;
}

/** The hour out of an hour item's sort key. */
export function hourIn(sk: string): string {
  return sk.split("#")[1] ?? "";
}

/** A scope's counter items whose sort keys lie in a range, in their order. */
export async function* countersFrom(
  table: Table,
  scope: Scope | string,
  { from, to, consistent = false }: { from: string; to: string; consistent?: boolean },
): AsyncGenerator<CounterItem> {
  const items = everyItem(table, {
    KeyConditionExpression: "pk = :pk AND sk BETWEEN :from AND :to",
    ExpressionAttributeValues: stored({ ":pk": counterKey(scope, 0).pk, ":from": from, ":to": to }),
    ConsistentRead: consistent,
  });
  for await (const item of items) yield readCounter(item);
}

export function addInto(sum: Figures, figures: Figures): void {
  for (const [figure, n] of Object.entries(figures)) sum[figure] = (sum[figure] ?? 0) + n;
}
