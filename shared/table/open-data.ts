import { BatchWriteItemCommand, PutItemCommand, QueryCommand } from "@aws-sdk/client-dynamodb";
import { OpenScope } from "../contracts/open-data.ts";
import { everyItem, plain, stored, type Table } from "./table.ts";

/** The list of days lies in one partition, the figures of each day in one of its own. */
const listPk = "OPENDATA";
const dayPk = (day: string) => `${listPk}#${day}`;

/** The days that there is a file of, newest first; `before` is a day. Half a read unit for some sixty of them. */
export async function openDays(
  { client, name: TableName }: Table,
  { before, limit }: { before?: string | undefined; limit: number },
): Promise<string[]> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: `pk = :pk${before === undefined ? "" : " AND sk < :before"}`,
      ExpressionAttributeValues: stored({ ":pk": listPk, ":before": before }),
      ScanIndexForward: false,
      Limit: limit,
    }),
  );
  return Items.map((item) => String(plain(item).sk));
}

/** What a day came to; empty where there is no file of it. Half a read unit for each 4 KB of scopes. */
export async function openDay(table: Table, day: string): Promise<OpenScope[]> {
  const items = everyItem(table, {
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: stored({ ":pk": dayPk(day) }),
  });
  return Array.fromAsync(items, (item) => OpenScope.parse(item));
}

/** A batch write takes so many. */
const atOnce = 25;

/** Stores a day; it is listed once all of it is there. Doing it twice stores the same. A write unit for each scope. */
export async function putOpenDay(table: Table, day: string, scopes: readonly OpenScope[]): Promise<void> {
  const { client, name: TableName } = table;
  for (let start = 0; start < scopes.length; start += atOnce)
    await putAll(
      table,
      scopes.slice(start, start + atOnce).map((one) => ({ pk: dayPk(day), sk: one.scope, ...one })),
    );
  const Item = stored({ pk: listPk, sk: day, entity: "open-day", scopes: scopes.length });
  await client.send(new PutItemCommand({ TableName, Item }));
}

/** Again and again what the table did not take; it says so without failing. */
async function putAll({ client, name }: Table, items: readonly Record<string, unknown>[]): Promise<void> {
  let left = items.map((item) => ({ PutRequest: { Item: stored(item) } }));
  for (let attempt = 0; left.length > 0; attempt++) {
    if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, Math.min(5_000, 50 * 2 ** attempt)));
    const { UnprocessedItems = {} } = await client.send(
      new BatchWriteItemCommand({ RequestItems: { [name]: left } }),
    );
    left = (UnprocessedItems[name] ?? []) as typeof left;
  }
}
