import { QueryCommand } from "@aws-sdk/client-dynamodb";
import type { ActionScope } from "../domain/scope.ts";
import { listBuckets, listKey } from "./keys.ts";
import { type Participation, readParticipation } from "./participation.ts";
import { listsIndex, plain, stored, type Table } from "./table.ts";

/** A place in several bucketed lists, read one after another: which list, which bucket of it, and after whom. */
export interface ListPlace {
  list: number;
  bucket: number;
  after?: string | undefined;
}

export interface ParticipantsAsked {
  scope: ActionScope;
  lists: readonly string[];
  after: ListPlace | undefined;
  limit: number;
}

/**
 * Up to `limit` who stand in an action's lists, bucket after bucket, each by time; so a million are read once each and in
 * an order that stays. A page can be short, or empty, and not be the last: only one without `next` is.
 */
export async function participantsPage(
  { client, name: TableName }: Table,
  { scope, lists, after, limit }: ParticipantsAsked,
): Promise<{
  items: { item: Record<string, unknown>; participation: Participation }[];
  next: ListPlace | undefined;
}> {
  const place = after ?? { list: 0, bucket: 0 };
  const { Items = [], LastEvaluatedKey } = await client.send(
    new QueryCommand({
      TableName,
      IndexName: listsIndex,
      KeyConditionExpression:
        place.after === undefined ? "listPk = :list" : "listPk = :list AND listSk > :after",
      ExpressionAttributeValues: stored({
        ":list": listKey(lists[place.list] ?? "", place.bucket),
        ":after": place.after,
      }),
      Limit: limit,
    }),
  );
  const found = Items.map(plain).map((item) => ({ item, participation: readParticipation(item) }));
  const last = found.at(-1)?.participation.listSk;
  const next = LastEvaluatedKey && last ? { ...place, after: last } : following(place, lists.length);
  return { items: found.filter(({ participation }) => participation.scope === scope), next };
}

function following({ list, bucket }: ListPlace, lists: number): ListPlace | undefined {
  if (bucket + 1 < listBuckets) return { list, bucket: bucket + 1 };
  return list + 1 < lists ? { list: list + 1, bucket: 0 } : undefined;
}
