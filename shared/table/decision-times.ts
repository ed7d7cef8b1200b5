import * as z from "zod";
import type { Period } from "../domain/period.ts";
import { reviewKey } from "./keys.ts";
import { everyItem, stored, type Table } from "./table.ts";

const Decided = z.object({ hours: z.number() });

/** How many hours each decision of a period had been waited for; they are kept for half a year, see `reviews.ts`. */
export async function decisionHours(table: Table, { from, to }: Period): Promise<number[]> {
  const hours: number[] = [];
  const items = everyItem(table, {
    KeyConditionExpression: "pk = :pk AND sk BETWEEN :from AND :to",
    ExpressionAttributeValues: stored({ ":pk": reviewKey("", "").pk, ":from": from, ":to": `${to}~` }),
  });
  for await (const item of items) hours.push(Decided.parse(item).hours);
  return hours;
}
