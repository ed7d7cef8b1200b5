import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DeleteItemCommandInput,
  QueryCommand,
} from "@aws-sdk/client-dynamodb";
import type { PersonHash } from "../domain/person-hash.ts";
import { type Key, personKey } from "./keys.ts";
import type { Participation } from "./participation.ts";
import { plain, stored, type Table } from "./table.ts";

/** Items that do not keep a person: the profile itself, what they do not want, and what was counted and is not any more. */
const keepNobody = new Set(["PROFILE", "SUPPRESSED", "COUNTED"]);

/**
 * Removes a person who has nothing else left and has not signed up since `since` (ISO): their address was given to us for
 * something that was never confirmed. Answers whether there was one to remove.
 */
export async function forgetPerson(table: Table, person: PersonHash, since: string): Promise<boolean> {
  const { pk } = personKey(person);
  const { Items = [] } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: "pk = :pk",
      ExpressionAttributeValues: stored({ ":pk": pk }),
      ProjectionExpression: "sk",
      ConsistentRead: true,
    }),
  );
  if (Items.some((item) => !keepNobody.has(String(plain(item).sk)))) return false;
  return remove(table, personKey(person), {
    ConditionExpression: "attribute_exists(pk) AND changedAt <= :since",
    ExpressionAttributeValues: stored({ ":since": since }),
  });
}

/** Removes a pending participation whose time ran out, where the table's own clean-up has not come to it yet. */
export async function removeExpired(
  table: Table,
  { pk, sk, version }: Participation,
  now: Date,
): Promise<boolean> {
  return remove(
    table,
    { pk, sk },
    {
      ConditionExpression: "#state = :pending AND version = :version AND expiresAt <= :now",
      ExpressionAttributeNames: { "#state": "state" },
      ExpressionAttributeValues: stored({
        ":pending": "pending",
        ":version": version,
        ":now": Math.floor(now.getTime() / 1000),
      }),
    },
  );
}

async function remove(
  { client, name: TableName }: Table,
  key: Key,
  condition: Pick<
    DeleteItemCommandInput,
    "ConditionExpression" | "ExpressionAttributeNames" | "ExpressionAttributeValues"
  >,
): Promise<boolean> {
  try {
    await client.send(new DeleteItemCommand({ TableName, Key: stored({ ...key }), ...condition }));
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
