import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { BatchGetItemCommand, QueryCommand, TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { Scope } from "../domain/scope.ts";
import type { Deltas, Figures, Ledger } from "../domain/tally.ts";
import { counterKey, hourKey, type Key, ledgerKey } from "./keys.ts";
import { plain, type StoredItem, stored, type Table } from "./table.ts";

/**
 * The tally's memory of one owner: see `shared/domain/tally.ts`. `revision` rises with each writing, and every writing
 * is on the condition that it is still the one that was read.
 */
export const LedgerItem = z.object({
  pk: z.string(),
  sk: z.literal("COUNTED"),
  entity: z.literal("ledger"),
  revision: z.number().int(),
  entries: z.record(
    z.string(),
    z.custom<Ledger["entries"][string]>((value) => typeof value === "object"),
  ),
  bookings: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.number()))),
});
export type LedgerItem = z.infer<typeof LedgerItem>;

/** The ledgers of up to 100 owners, by partition key, read consistently; owners without one are not in it. */
export async function ledgersOf(
  { client, name }: Table,
  owners: readonly string[],
): Promise<Map<string, LedgerItem>> {
  const ledgers = new Map<string, LedgerItem>();
  let Keys: StoredItem[] = owners.map((pk) => stored({ ...ledgerKey(pk) }));
  while (Keys.length > 0) {
    const answer = await client.send(
      new BatchGetItemCommand({ RequestItems: { [name]: { Keys, ConsistentRead: true } } }),
    );
    for (const item of answer.Responses?.[name] ?? []) {
      const ledger = LedgerItem.parse(plain(item));
      ledgers.set(ledger.pk, ledger);
    }
    Keys = answer.UnprocessedKeys?.[name]?.Keys ?? [];
  }
  return ledgers;
}

/** A ledger to be stored in the place of revision `before` (undefined: there was none). */
export interface LedgerChange {
  pk: string;
  before: number | undefined;
  ledger: Ledger;
}

export interface Posting {
  changes: readonly LedgerChange[];
  deltas: Deltas;
  hour: string;
  shard: number;
}

/**
 * Stores ledgers and adds what they differ by to the counters, all or nothing. Two write units a ledger and four a
 * scope. Fails with `TransactionCanceledException`, whose reasons are in the order of `changes`, then the counters.
 */
export async function postLedgers({ client, name }: Table, posting: Posting): Promise<void> {
  const { changes, deltas, hour, shard } = posting;
  const TransactItems = [
    ...changes.map((change) => putLedger(name, change)),
    ...Object.entries(deltas).flatMap(([scope, figures]) => [
      addFigures(name, counterKey(scope, shard), figures),
      addFigures(name, hourKey(scope, hour, shard), figures),
    ]),
  ];
  await client.send(new TransactWriteItemsCommand({ TransactItems }));
}

function putLedger(TableName: string, { pk, before, ledger }: LedgerChange): TransactWriteItem {
  const item = { ...ledgerKey(pk), entity: "ledger", revision: (before ?? 0) + 1, ...ledger };
  const condition =
    before === undefined
      ? { ConditionExpression: "attribute_not_exists(pk)" }
      : {
          ConditionExpression: "revision = :before",
          ExpressionAttributeValues: stored({ ":before": before }),
        };
  return { Put: { TableName, Item: stored(item), ...condition } };
}

function addFigures(TableName: string, key: Key, figures: Figures): TransactWriteItem {
  const names = Object.keys(figures);
  return {
    Update: {
      TableName,
      Key: stored({ ...key }),
      UpdateExpression: `ADD ${names.map((_, i) => `#f${i} :f${i}`).join(", ")}`,
      ExpressionAttributeNames: Object.fromEntries(names.map((name, i) => [`#f${i}`, name])),
      ExpressionAttributeValues: stored(
        Object.fromEntries(names.map((name, i) => [`:f${i}`, figures[name]])),
      ),
    },
  };
}

const AllFigures = z.record(z.string(), z.union([z.number(), z.string()]));

/** The figures of a scope, summed over its shards. One query: half a read unit for each 4 KB of shards. */
export async function counterOf(table: Table, scope: Scope): Promise<Figures> {
  const sum: Figures = {};
  for await (const item of itemsOf(table, scope, "SHARD#")) addInto(sum, item.figures);
  return sum;
}

/** What was added to a scope's figures in each UTC hour of which something was, oldest first. */
export async function hoursOf(table: Table, scope: Scope): Promise<Map<string, Figures>> {
  const hours = new Map<string, Figures>();
  for await (const { sk, figures } of itemsOf(table, scope, "HOUR#")) {
    const hour = sk.split("#")[1] ?? "";
    const sum = hours.get(hour) ?? {};
    addInto(sum, figures);
    hours.set(hour, sum);
  }
  return hours;
}

async function* itemsOf({ client, name: TableName }: Table, scope: Scope, prefix: string) {
  let ExclusiveStartKey: StoredItem | undefined;
  do {
    const answer = await client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: "pk = :pk AND begins_with(sk, :prefix)",
        ExpressionAttributeValues: stored({ ":pk": counterKey(scope, 0).pk, ":prefix": prefix }),
        ExclusiveStartKey,
      }),
    );
    for (const item of answer.Items ?? []) {
      const { pk: _pk, sk, ...figures } = AllFigures.parse(plain(item));
      yield { sk: String(sk), figures: figures as Figures };
    }
    ExclusiveStartKey = answer.LastEvaluatedKey;
  } while (ExclusiveStartKey);
}

function addInto(sum: Figures, figures: Figures): void {
  for (const [figure, n] of Object.entries(figures)) sum[figure] = (sum[figure] ?? 0) + n;
}
