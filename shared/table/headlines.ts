import type { Figures } from "../domain/tally.ts";
import { addInto, readCounter } from "./counter.ts";
import { headlineBuckets, headlinePk } from "./keys.ts";
import { everyItem, headlinesIndex, stored, type Table } from "./table.ts";

/**
 * People, actions, reported, kept and members of every scope that was ever counted, summed over shards. They lie side by side
 * in an index that holds nothing else, so that a hundred scopes are read for a few units, and are never older than the
 * index is (some milliseconds).
 */
export async function headlines(table: Table): Promise<Map<string, Figures>> {
  const all = new Map<string, Figures>();
  const buckets = Array.from({ length: headlineBuckets }, (_, bucket) => readBucket(table, bucket));
  for (const item of (await Promise.all(buckets)).flat()) {
    const { figures } = readCounter(item);
    const scope = String(item.scope);
    const sum = all.get(scope) ?? {};
    addInto(sum, figures);
    all.set(scope, sum);
  }
  return all;
}

function readBucket(table: Table, bucket: number): Promise<Record<string, unknown>[]> {
  return Array.fromAsync(
    everyItem(table, {
      IndexName: headlinesIndex,
      KeyConditionExpression: "headline = :bucket",
      ExpressionAttributeValues: stored({ ":bucket": headlinePk(bucket) }),
    }),
  );
}
