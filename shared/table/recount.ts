import {
  ConditionalCheckFailedException,
  ScanCommand,
  TransactGetItemsCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import type { Scope } from "../domain/scope.ts";
import type { Figures } from "../domain/tally.ts";
import { addTo, type CounterItem, countersFrom, hourIn, readCounter } from "./counter.ts";
import { counterKey, headlineKey, hourKey, type Key } from "./keys.ts";
import { plain, type StoredItem, stored, type Table } from "./table.ts";

/** All items of a segment of the table that a recount looks at, read consistently, those of one partition in a row. */
export async function* segmentItems(
  { client, name: TableName }: Table,
  { segment, segments }: { segment: number; segments: number },
): AsyncGenerator<Record<string, unknown>[]> {
  let ExclusiveStartKey: StoredItem | undefined;
  do {
    const answer = await client.send(
      new ScanCommand({
        TableName,
        Segment: segment,
        TotalSegments: segments,
        ConsistentRead: true,
        FilterExpression: "NOT begins_with(pk, :mail) AND NOT begins_with(pk, :audit)",
        ExpressionAttributeValues: stored({ ":mail": "MAIL#", ":audit": "AUDIT#" }),
        ExclusiveStartKey,
      }),
    );
    yield (answer.Items ?? []).map(plain);
    ExclusiveStartKey = answer.LastEvaluatedKey;
  } while (ExclusiveStartKey);
}

/** The hours of a scope from `from` on: their figures, how often they were posted to, and how often repaired. */
export type OpenHours = Map<string, { figures: Figures; postings: number; repairs: number }>;

export async function openHoursOf(table: Table, scope: Scope | string, from: string): Promise<OpenHours> {
  const items: CounterItem[] = [];
  const range = { from: `HOUR#${from}`, to: "HOUR#~", consistent: true };
  for await (const item of countersFrom(table, scope, range)) items.push(item);
  return byHour(items);
}

function byHour(items: readonly CounterItem[]): OpenHours {
  const hours: OpenHours = new Map();
  for (const { sk, figures, postings, repairs } of items) {
    const hour = hourIn(sk);
    const sum = hours.get(hour) ?? { figures: {}, postings: 0, repairs: 0 };
    for (const [figure, n] of Object.entries(figures)) sum.figures[figure] = (sum.figures[figure] ?? 0) + n;
    sum.postings += postings;
    // Repairs go to one item of an hour only, so that two at once meet each other's condition.
    sum.repairs += repairs;
    hours.set(hour, sum);
  }
  return hours;
}

/** A scope's totals and its open hours as they stand at one and the same moment. */
export interface Standing {
  totals: Figures;
  repairs: number;
  open: OpenHours;
}

const tries = 12;

/** Undefined where writes came between at every try. */
export async function standingOf(
  { client, name: TableName }: Table,
  scope: string,
  { hours, shards }: { hours: readonly string[]; shards: number },
): Promise<Standing | undefined> {
  const numbers = Array.from({ length: shards }, (_, shard) => shard);
  const keys = numbers.flatMap((n) => [
    counterKey(scope, n),
    ...hours.map((hour) => hourKey(scope, hour, n)),
  ]);
  const TransactItems = keys.map((key) => ({ Get: { TableName, Key: stored({ ...key }) } }));
  for (let attempt = 0; attempt < tries; attempt++) {
    try {
      const { Responses = [] } = await client.send(new TransactGetItemsCommand({ TransactItems }));
      return standing(Responses.flatMap(({ Item }) => (Item ? [readCounter(plain(Item))] : [])));
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 50 * (attempt + 1)));
    }
  }
  return undefined;
}

function standing(items: readonly CounterItem[]): Standing {
  const shards = items.filter(({ sk }) => sk.startsWith("SHARD#"));
  const totals: Figures = {};
  for (const { figures } of shards)
    for (const [figure, n] of Object.entries(figures)) totals[figure] = (totals[figure] ?? 0) + n;
  const repairs = shards.reduce((sum, shard) => sum + shard.repairs, 0);
  return { totals, repairs, open: byHour(items.filter(({ sk }) => sk.startsWith("HOUR#"))) };
}

/** What to add to a scope's figures of an hour, or to its totals. */
export interface Repair {
  scope: string;
  hour: string | undefined;
  drift: Figures;
  /** How often it had been repaired when the drift was found. */
  repairs: number;
}

/**
 * Adds what drifted. Exactly once: it is on the condition that nobody has repaired the same since it was read, so a
 * repair that is tried again, or by two at once, takes effect once. Adding commutes with all that is counted meanwhile.
 * Answers whether this call did it.
 */
export async function repair(
  { client, name }: Table,
  { scope, hour, drift, repairs }: Repair,
): Promise<boolean> {
  const key: Key = hour === undefined ? counterKey(scope, 0) : hourKey(scope, hour, 0);
  const set = hour === undefined ? headlineKey(scope, 0) : {};
  try {
    const TransactItems = [addTo(name, { key, figures: drift, set, repairs })];
    await client.send(new TransactWriteItemsCommand({ TransactItems }));
    return true;
  } catch (error) {
    if (error instanceof TransactionCanceledException || error instanceof ConditionalCheckFailedException)
      return false;
    throw error;
  }
}
