import { QueryCommand, type TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { reviewKey } from "./keys.ts";
import { plain, stored, type Table } from "./table.ts";

/** How long one application waited for its decision; kept for half a year, named by nothing but its member's id. */
const Review = z.object({ hours: z.number() });

const keptDays = 180;
const recent = 50;

/** The duration as part of the decision's transaction. */
export function notingReview(
  { name: TableName }: Table,
  { id, submittedAt }: { id: string; submittedAt: string },
  now: Date,
): TransactWriteItem {
  const hours = Math.max(0, (now.getTime() - new Date(submittedAt).getTime()) / 3_600_000);
  const expiresAt = Math.floor(now.getTime() / 1000) + keptDays * 86_400;
  const item = { ...reviewKey(now.toISOString(), id), entity: "review", hours, expiresAt };
  return { Put: { TableName, Item: stored(item) } };
}

/**
 * The median of the last fifty decisions in whole days, at least one; undefined until five were made, since a figure
 * of fewer promises what nobody knows. One query, half a read unit.
 */
export async function usualDays({ client, name: TableName }: Table): Promise<number | undefined> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: "pk = :pk",
      ExpressionAttributeValues: stored({ ":pk": reviewKey("", "").pk }),
      ScanIndexForward: false,
      Limit: recent,
    }),
  );
  return medianDays(Items.map((item) => Review.parse(plain(item)).hours));
}

export function medianDays(hours: readonly number[]): number | undefined {
  if (hours.length < 5) return undefined;
  const sorted = [...hours].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return Math.max(1, Math.ceil(middle / 24));
}
