import { QueryCommand } from "@aws-sdk/client-dynamodb";
import type { ActionScope } from "../domain/scope.ts";
import { listBuckets, listKey } from "./keys.ts";
import { type Participation, readParticipation } from "./participation.ts";
import { listsIndex, plain, stored, type Table } from "./table.ts";

/** A place in a list of signatures: the bucket, and the last one that was read of it. */
export interface ListPlace {
  bucket: number;
  after?: string | undefined;
}

/**
 * A page of an action's signatures in one bucket of its list, by place, up to (and without) `until`. Read from the
 * index, so a signature may have changed since: whoever acts on it does so on the condition that it has not.
 */
export async function signaturesIn(
  { client, name: TableName }: Table,
  scope: ActionScope,
  { bucket, after = " ", until, limit }: ListPlace & { until: string; limit: number },
): Promise<{ signatures: Participation[]; next: ListPlace | undefined }> {
  const { Items = [], LastEvaluatedKey } = await client.send(
    new QueryCommand({
      TableName,
      IndexName: listsIndex,
      KeyConditionExpression: "listPk = :list AND listSk BETWEEN :after AND :until",
      ExpressionAttributeValues: stored({
        ":list": listKey(scope, bucket),
        // Nothing in a list begins with it, so this is just behind the last one.
        ":after": `${after}!`,
        ":until": until,
      }),
      Limit: limit,
    }),
  );
  const signatures = Items.map((item) => readParticipation(plain(item)));
  if (LastEvaluatedKey) return { signatures, next: { bucket, after: signatures.at(-1)?.listSk } };
  const last = bucket + 1 >= listBuckets;
  return { signatures, next: last ? undefined : { bucket: bucket + 1 } };
}
