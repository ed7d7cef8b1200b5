import type { AttributeValue, DynamoDBClient } from "@aws-sdk/client-dynamodb";

/** What was consumed through a client: units as DynamoDB reports them, and read units out of the sizes of what was read. */
export interface Meter {
  written: number;
  read: number;
}

const readers = new Set(["GetItemCommand", "QueryCommand", "BatchGetItemCommand"]);

/** Reads `ReturnConsumedCapacity` of every write, index included; reads are computed, since emulators report them roughly. */
export function metered(client: DynamoDBClient): Meter {
  const meter: Meter = { written: 0, read: 0 };
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const input = { ...args.input, ReturnConsumedCapacity: "TOTAL" };
      const answer = await next({ ...args, input } as typeof args);
      const reads = readers.has(String(context.commandName));
      if (reads) meter.read += readUnits(input, answer.output as Read);
      else meter.written += consumed((answer.output as Written).ConsumedCapacity);
      return answer;
    },
    { step: "initialize", name: "meter" },
  );
  return meter;
}

interface Capacity {
  CapacityUnits?: number;
}
interface Written {
  ConsumedCapacity?: Capacity | Capacity[];
}
type Item = Record<string, AttributeValue>;
interface Read {
  Item?: Item;
  Items?: Item[];
  Responses?: Record<string, Item[]>;
}

function consumed(capacity: Capacity | Capacity[] | undefined): number {
  return [capacity ?? []].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
}

/** A query is charged by the sum of what it reads, other reads by each item; half for eventually consistent ones. */
function readUnits(input: object, { Item, Items, Responses }: Read): number {
  const rate = JSON.stringify(input).includes('"ConsistentRead":true') ? 1 : 0.5;
  if (Items) return rate * Math.max(1, Math.ceil(Items.map(sizeOf).reduce((a, b) => a + b, 0) / 4096));
  const each = Responses ? Object.values(Responses).flat() : [Item ?? {}];
  const asked = Responses ? keysAsked(input) : 1;
  const missing = Math.max(0, asked - each.length);
  return rate * (missing + each.reduce((sum, item) => sum + Math.max(1, Math.ceil(sizeOf(item) / 4096)), 0));
}

function keysAsked(input: object): number {
  const { RequestItems = {} } = input as { RequestItems?: Record<string, { Keys?: unknown[] }> };
  return Object.values(RequestItems).reduce((sum, { Keys = [] }) => sum + Keys.length, 0);
}

/** Bytes of an item by DynamoDB's rules, near enough: names and values, maps and lists with three bytes over. */
export function sizeOf(item: Item): number {
  return Object.entries(item).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + sizeOfValue(value),
    0,
  );
}

function sizeOfValue(value: AttributeValue): number {
  if (value.S !== undefined) return Buffer.byteLength(value.S);
  if (value.N !== undefined) return Math.ceil(value.N.length / 2) + 1;
  if (value.B !== undefined) return value.B.byteLength;
  if (value.M !== undefined) return 3 + sizeOf(value.M) + Object.keys(value.M).length;
  if (value.L !== undefined) return 3 + value.L.reduce((sum, inner) => sum + 1 + sizeOfValue(inner), 0);
  if (value.SS !== undefined) return value.SS.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return 1;
}
