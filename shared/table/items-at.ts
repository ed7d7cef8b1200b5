import { BatchGetItemCommand } from "@aws-sdk/client-dynamodb";
import type { Key } from "./keys.ts";
import { plain, stored, type Table } from "./table.ts";

/** As many as DynamoDB reads in one call, and so many calls at once. */
const [atOnce, callsAtOnce] = [100, 8];

/**
 * The items at some keys, each asked once, in no order; what is not there is left out. A read unit for each 4 KB where they
 * are read consistently, half of one otherwise. What DynamoDB leaves unread is asked for again after a pause.
 */
export async function itemsAt(
  table: Table,
  keys: readonly Key[],
  how: { consistently?: boolean } = {},
): Promise<Record<string, unknown>[]> {
  const wanted = [...new Map(keys.map((key) => [placeOf(key), key])).values()];
  const parts = Array.from({ length: Math.ceil(wanted.length / atOnce) }, (_, i) =>
    wanted.slice(i * atOnce, (i + 1) * atOnce),
  );
  const found: Record<string, unknown>[][] = [];
  for (let start = 0; start < parts.length; start += callsAtOnce) {
    const calls = parts.slice(start, start + callsAtOnce).map((part) => readPart(table, part, how));
    found.push(...(await Promise.all(calls)));
  }
  return found.flat();
}

/** Tells items apart whose keys are equal in neither part alone. */
export function placeOf({ pk, sk }: Record<string, unknown> | Key): string {
  return `${pk} ${sk}`;
}

async function readPart(
  { client, name }: Table,
  part: readonly Key[],
  { consistently = false }: { consistently?: boolean },
): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  let Keys = part.map((key) => stored({ ...key }));
  for (let attempt = 0; Keys.length > 0; attempt++) {
    if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, Math.min(1000, 10 * 2 ** attempt)));
    const answer = await client.send(
      new BatchGetItemCommand({ RequestItems: { [name]: { Keys, ConsistentRead: consistently } } }),
    );
    items.push(...(answer.Responses?.[name] ?? []).map(plain));
    Keys = answer.UnprocessedKeys?.[name]?.Keys ?? [];
  }
  return items;
}
