import { QueryCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { Period } from "../domain/period.ts";
import { reviewKey } from "./keys.ts";
import { plain, type StoredItem, stored, type Table } from "./table.ts";

const Decided = z.object({ hours: z.number() });

/** How many hours each decision of a period had been waited for; they are kept for half a year, see `reviews.ts`. */
export async function decisionHours(
  { client, name: TableName }: Table,
  { from, to }: Period,
): Promise<number[]> {
  const hours: number[] = [];
  let ExclusiveStartKey: StoredItem | undefined;
  do {
    const answer = await client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: "pk = :pk AND sk BETWEEN :from AND :to",
        ExpressionAttributeValues: stored({ ":pk": reviewKey("", "").pk, ":from": from, ":to": `${to}~` }),
        ExclusiveStartKey,
      }),
    );
    hours.push(...(answer.Items ?? []).map((item) => Decided.parse(plain(item)).hours));
    ExclusiveStartKey = answer.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return hours;
}
