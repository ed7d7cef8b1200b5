import { DeleteItemCommand, PutItemCommand, QueryCommand } from "@aws-sdk/client-dynamodb";
import type { PersonHash } from "../domain/person-hash.ts";
import type { ActionScope } from "../domain/scope.ts";
import { referredBuckets, referredKey, referredPk } from "./keys.ts";
import { stored, type Table } from "./table.ts";

export interface Referred {
  referrer: PersonHash;
  scope: ActionScope;
  referred: PersonHash;
}

/** Notes that somebody's link brought somebody, or that it no longer counts. One item each: twice is as once. */
export async function noteReferred(table: Table, who: Referred, stands: boolean): Promise<void> {
  const { client, name: TableName } = table;
  const key = referredKey(who.referrer, who.scope, who.referred);
  if (stands)
    await client.send(new PutItemCommand({ TableName, Item: stored({ ...key, entity: "referred" }) }));
  else await client.send(new DeleteItemCommand({ TableName, Key: stored({ ...key }) }));
}

/** How many stand confirmed through somebody's link. Half a read unit for each 4 KB, some 40 people. */
export async function referredBy(
  { client, name: TableName }: Table,
  referrer: PersonHash,
  scope: ActionScope,
): Promise<number> {
  const counts = await Promise.all(
    Array.from({ length: referredBuckets }, async (_, bucket) => {
      let n = 0;
      let ExclusiveStartKey: Record<string, never> | undefined;
      do {
        const answer = await client.send(
          new QueryCommand({
            TableName,
            KeyConditionExpression: "pk = :pk",
            ExpressionAttributeValues: stored({ ":pk": referredPk(referrer, scope, bucket) }),
            Select: "COUNT",
            ExclusiveStartKey,
          }),
        );
        n += answer.Count ?? 0;
        ExclusiveStartKey = answer.LastEvaluatedKey as typeof ExclusiveStartKey;
      } while (ExclusiveStartKey);
      return n;
    }),
  );
  return counts.reduce((sum, n) => sum + n, 0);
}
