import { ConditionalCheckFailedException, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { TooBusy } from "../domain/refused.ts";
import { leaseKey } from "./keys.ts";
import { stored, type Table } from "./table.ts";

/** Longer than a function may run: whoever holds it is done or dead by then. Milliseconds. */
const term = 60_000;
const attempts = 8;

/**
 * Does something that only one may do at a time, for acts on things outside of the table, which know no conditions.
 * Throws `TooBusy` where others hold the name for too long. A holder that died blocks it for a minute.
 */
export async function alone<Done>(
  table: Table,
  { name, holder, clock }: { name: string; holder: string; clock: () => Date },
  act: () => Promise<Done>,
): Promise<Done> {
  for (let attempt = 0; !(await taken(table, { name, holder }, clock())); attempt++) {
    if (attempt === attempts) throw new TooBusy();
    await new Promise((resolve) =>
      setTimeout(resolve, 50 * 2 ** Math.min(attempt, 5) * (0.5 + Math.random())),
    );
  }
  try {
    return await act();
  } finally {
    await put(
      table,
      { name, holder, until: 0 },
      { condition: "holder = :holder", values: { ":holder": holder } },
    );
  }
}

function taken(table: Table, lease: { name: string; holder: string }, now: Date): Promise<boolean> {
  return put(
    table,
    { ...lease, until: now.getTime() + term },
    { condition: "attribute_not_exists(pk) OR heldUntil <= :now", values: { ":now": now.getTime() } },
  );
}

async function put(
  { client, name: TableName }: Table,
  { name, holder, until }: { name: string; holder: string; until: number },
  { condition, values }: { condition: string; values: Record<string, unknown> },
): Promise<boolean> {
  try {
    await client.send(
      new PutItemCommand({
        TableName,
        Item: stored({ ...leaseKey(name), entity: "lease", holder, heldUntil: until }),
        ConditionExpression: condition,
        ExpressionAttributeValues: stored(values),
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
