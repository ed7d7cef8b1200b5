import { GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { ActionScope } from "../domain/scope.ts";
import { scopeKey } from "./keys.ts";
import type { ListPlace } from "./signature-lists.ts";
import { plain, stored, type Table } from "./table.ts";

const Sweep = z.object({ bucket: z.number().int(), after: z.string().optional(), done: z.boolean() });

const sweepKey = (scope: ActionScope, sweep: string) => ({ pk: scopeKey(scope).pk, sk: `SWEEP#${sweep}` });

/** Where a sweep through an action's list goes on; undefined once it is done. */
export async function sweepOf(
  { client, name: TableName }: Table,
  scope: ActionScope,
  sweep: string,
): Promise<ListPlace | undefined> {
  const Key = stored(sweepKey(scope, sweep));
  const { Item } = await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
  if (!Item) return { bucket: 0 };
  const { done, bucket, after } = Sweep.parse(plain(Item));
  return done ? undefined : { bucket, after };
}

/** Notes where a sweep goes on; undefined: it is done. */
export async function noteSweep(
  { client, name: TableName }: Table,
  { scope, sweep }: { scope: ActionScope; sweep: string },
  place: ListPlace | undefined,
): Promise<void> {
  const item = { ...sweepKey(scope, sweep), entity: "sweep", bucket: 0, ...place, done: place === undefined };
  await client.send(new PutItemCommand({ TableName, Item: stored(item) }));
}
