import {
  type AttributeValue,
  DynamoDBClient,
  paginateQuery,
  type QueryCommandInput,
} from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import { steadyClient } from "./steady-client.ts";

/** The one table, as every question takes it. */
export interface Table {
  client: DynamoDBClient;
  name: string;
}

export type StoredItem = Record<string, AttributeValue>;

export function openTable(name: string, client = steadyClient(DynamoDBClient, {})): Table {
  return { client, name };
}

/** Attribute values out of plain ones; what is undefined is not stored. */
export function stored(values: Record<string, unknown>): StoredItem {
  return marshall(values, { removeUndefinedValues: true });
}

export function plain(item: StoredItem): Record<string, unknown> {
  return unmarshall(item);
}

/** The name of the index that all lists are read from. */
export const listsIndex = "lists";

/** The name of the index that holds the few figures which all counts are listed by. */
export const headlinesIndex = "headlines";

/** All items that a query finds, in its order, page after page as they are asked for. */
export async function* everyItem(
  { client, name: TableName }: Table,
  query: Omit<QueryCommandInput, "TableName" | "ExclusiveStartKey">,
): AsyncGenerator<Record<string, unknown>> {
  for await (const page of paginateQuery({ client }, { TableName, ...query })) {
    for (const item of page.Items ?? []) yield plain(item);
  }
}
