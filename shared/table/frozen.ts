import { ConditionalCheckFailedException, PutItemCommand, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { ActionScope } from "../domain/scope.ts";
import { scopeKey } from "./keys.ts";
import type { Freeze } from "./scope.ts";
import { everyItem, stored, type Table } from "./table.ts";

const partLength = 300_000;
const Part = z.object({ sk: z.string(), text: z.string() });

const prefixOf = (sha256: string) => `FROZEN#${sha256}#`;

/**
 * Stores the record of a closed statement under its digest, then names that digest in the statement, once for all: false
 * where it was frozen already. Killed in between, there are parts that nobody names.
 */
export async function freeze(
  { client, name: TableName }: Table,
  scope: ActionScope,
  { record, frozen }: { record: string; frozen: Freeze },
): Promise<boolean> {
  const { pk } = scopeKey(scope);
  for (let i = 0; i * partLength < record.length; i++) {
    const sk = `${prefixOf(frozen.sha256)}${String(i).padStart(4, "0")}`;
    const text = record.slice(i * partLength, (i + 1) * partLength);
    await client.send(new PutItemCommand({ TableName, Item: stored({ pk, sk, entity: "frozen", text }) }));
  }
  try {
    await client.send(
      new UpdateItemCommand({
        TableName,
        Key: stored({ ...scopeKey(scope) }),
        UpdateExpression: "SET frozen = :frozen ADD #version :one",
        ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(frozen)",
        ExpressionAttributeNames: { "#version": "version" },
        ExpressionAttributeValues: stored({ ":frozen": frozen, ":one": 1 }),
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/** The record that a closed statement's digest is over. */
export async function frozenRecordOf(table: Table, scope: ActionScope, sha256: string): Promise<string> {
  let record = "";
  const items = everyItem(table, {
    KeyConditionExpression: "pk = :pk AND begins_with(sk, :prefix)",
    ExpressionAttributeValues: stored({ ":pk": scopeKey(scope).pk, ":prefix": prefixOf(sha256) }),
  });
  for await (const item of items) record += Part.parse(item).text;
  return record;
}
