import { DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { beforeEach, expect, it } from "vitest";
import { itemsAt } from "../../shared/table/items-at.ts";
import { openTable, stored, type Table } from "../../shared/table/table.ts";
import { clientFor } from "../stack/provided.ts";
import { dynamoEndpoint, makeTable } from "../stack/tables.ts";

let table: Table;
beforeEach(async () => {
  table = openTable(await makeTable(), new DynamoDBClient(clientFor(dynamoEndpoint())));
});

const keyOf = (n: number) => ({ pk: `PERSON#${n}`, sk: "PROFILE" });

async function put(howMany: number): Promise<void> {
  const numbers = Array.from({ length: howMany }, (_, n) => n);
  await Promise.all(
    numbers.map((n) =>
      table.client.send(new PutItemCommand({ TableName: table.name, Item: stored({ ...keyOf(n), n }) })),
    ),
  );
}

const numbersOf = (items: readonly Record<string, unknown>[]) =>
  items.map(({ n }) => Number(n)).sort((a, b) => a - b);

it("reads more than one call may, each once, and leaves out what is not there", async () => {
  await put(230);
  const keys = [...Array.from({ length: 240 }, (_, n) => keyOf(n)), keyOf(3), keyOf(3)];
  expect(numbersOf(await itemsAt(table, keys))).toEqual(Array.from({ length: 230 }, (_, n) => n));
  expect(await itemsAt(table, [])).toEqual([]);
});

it("asks again for what DynamoDB left unread", async () => {
  await put(9);
  const asked: number[] = [];
  table.client.middlewareStack.add(
    (next) => async (args) => {
      const { RequestItems } = args.input as { RequestItems: Record<string, { Keys: unknown[] }> };
      const request = RequestItems[table.name];
      const keys = request?.Keys ?? [];
      asked.push(keys.length);
      const { output, ...rest } = await next({
        ...args,
        input: { RequestItems: { [table.name]: { ...request, Keys: keys.slice(0, 4) } } },
      } as typeof args);
      const left = keys.slice(4);
      const UnprocessedKeys = left.length > 0 ? { [table.name]: { Keys: left } } : {};
      return { ...rest, output: { ...output, UnprocessedKeys } };
    },
    { step: "initialize", name: "reads-four" },
  );
  const keys = Array.from({ length: 9 }, (_, n) => keyOf(n));
  expect(numbersOf(await itemsAt(table, keys))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  expect(asked).toEqual([9, 5, 1]);
});
