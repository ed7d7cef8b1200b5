import {
  ConditionalCheckFailedException,
  PutItemCommand,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { ActionScope } from "../domain/scope.ts";
import { partsOf } from "../domain/seats.ts";
import { itemsAt } from "./items-at.ts";
import { seatsKey } from "./keys.ts";
import {
  type Confirming,
  type ConfirmOutcome,
  confirmation,
  type Participation,
  participationOf,
  registrantsPlace,
} from "./participation.ts";
import type { Event } from "./scope.ts";
import { stored, type Table } from "./table.ts";

/** One shard of an event's seats; see `shared/domain/seats.ts`. */
export const SeatShard = z.object({
  pk: z.string(),
  sk: z.literal("SEATS"),
  entity: z.literal("seats"),
  scope: z.custom<ActionScope>((value) => typeof value === "string"),
  shard: z.number().int().nonnegative(),
  capacity: z.number().int().nonnegative(),
  taken: z.number().int().nonnegative(),
  line: z.boolean().optional(),
  closed: z.boolean().optional(),
});
export type SeatShard = z.infer<typeof SeatShard>;

type Limited = Pick<Event, "scope" | "capacity" | "seatShards">;

/** The seats of an event of limited capacity, by shard, read consistently. They are made when first asked for. */
export async function seatsOf(table: Table, event: Limited): Promise<SeatShard[]> {
  const wanted = event.seatShards ?? 1;
  let found = await readShards(table, event.scope, wanted);
  if (found.length < wanted) {
    await makeShards(table, event);
    found = await readShards(table, event.scope, wanted);
  }
  return found.sort((a, b) => a.shard - b.shard);
}

async function readShards(table: Table, scope: ActionScope, n: number): Promise<SeatShard[]> {
  const keys = Array.from({ length: n }, (_, shard) => seatsKey(scope, shard));
  return (await itemsAt(table, keys, { consistently: true })).map((item) => SeatShard.parse(item));
}

async function makeShards({ client, name: TableName }: Table, event: Limited): Promise<void> {
  const parts = partsOf(event.capacity ?? 0, event.seatShards ?? 1);
  await Promise.all(
    parts.map(async (capacity, shard) => {
      const { scope } = event;
      const item = { ...seatsKey(scope, shard), entity: "seats", scope, shard, capacity, taken: 0 };
      try {
        await client.send(
          new PutItemCommand({
            TableName,
            Item: stored(item),
            ConditionExpression: "attribute_not_exists(pk)",
          }),
        );
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
    }),
  );
}

/**
 * Confirms and takes a seat of this shard, both or neither. `full`: the shard has none to give; `busy`: others changed
 * the same items at this moment, trying again is right.
 */
export async function confirmIntoSeat(
  table: Table,
  { confirming, shard }: { confirming: Confirming; shard: SeatShard },
  now: Date,
): Promise<ConfirmOutcome | "full" | "busy"> {
  const at = now.toISOString();
  const place = registrantsPlace(confirming.person, confirming.scope, at);
  const set = { state: "confirmed", confirmedAt: at, seat: shard.shard, ...place } as const;
  const failed = await transact(table, [
    { Update: confirmation(table, confirming, { set, now }) },
    takeSeat(table, shard, "attribute_not_exists(line)"),
  ]);
  if (failed === undefined || failed === "first") {
    const stands = await participationOf(table, confirming.person, confirming.scope);
    return failed === undefined && stands ? { confirmed: stands } : { stands };
  }
  return failed === "busy" ? "busy" : "full";
}

/** What becomes of a seat when its participation changes: taken, given back, or kept as long as the event stands. */
export type SeatMove = "take" | "free" | "keep";

/**
 * Puts a changed participation in the place of the one it was made from, and moves the seat, both or neither.
 * `changed`: the participation is not as it was read; `full`: the shard did not allow it; `busy`: try again.
 */
export async function moveSeat(
  table: Table,
  { before, after }: { before: Participation; after: Participation },
  { shard, move }: { shard: Pick<SeatShard, "scope" | "shard">; move: SeatMove },
): Promise<"done" | "changed" | "full" | "busy"> {
  const seat = {
    take: () => takeSeat(table, shard),
    free: () => freeSeat(table, shard),
    keep: () => standing(table, shard),
  }[move]();
  const failed = await transact(table, [replacing(table, before, after), seat]);
  if (failed === undefined) return "done";
  return failed === "first" ? "changed" : failed === "second" ? "full" : "busy";
}

/**
 * Gives somebody who is registered without a seat theirs, above the shard's part: both or neither. False where either has
 * changed meanwhile.
 */
export async function giveSeat(
  table: Table,
  { before, after }: { before: Participation; after: Participation },
  { scope, shard }: Pick<SeatShard, "scope" | "shard">,
): Promise<boolean> {
  const given: TransactWriteItem = {
    Update: {
      TableName: table.name,
      Key: stored({ ...seatsKey(scope, shard) }),
      UpdateExpression: "SET taken = taken + :one, #capacity = #capacity + :one",
      ConditionExpression: "attribute_exists(pk)",
      ExpressionAttributeNames: { "#capacity": "capacity" },
      ExpressionAttributeValues: stored({ ":one": 1 }),
    },
  };
  return (await transact(table, [replacing(table, before, after), given])) === undefined;
}

function replacing(
  { name: TableName }: Table,
  before: Participation,
  after: Participation,
): TransactWriteItem {
  return {
    Put: {
      TableName,
      Item: stored(after),
      ConditionExpression: "version = :version AND asks = :asks",
      ExpressionAttributeValues: stored({ ":version": before.version, ":asks": before.asks }),
    },
  };
}

function takeSeat(
  { name: TableName }: Table,
  { scope, shard }: Pick<SeatShard, "scope" | "shard">,
  further?: string,
): TransactWriteItem {
  const conditions = ["taken < #capacity", "attribute_not_exists(closed)", ...(further ? [further] : [])];
  return {
    Update: {
      TableName,
      Key: stored({ ...seatsKey(scope, shard) }),
      UpdateExpression: "SET taken = taken + :one",
      ConditionExpression: conditions.join(" AND "),
      ExpressionAttributeNames: { "#capacity": "capacity" },
      ExpressionAttributeValues: stored({ ":one": 1 }),
    },
  };
}

/** The write that gives a participation's seat back; for whoever removes a participation in a transaction of their own. */
export function freeSeat(
  { name: TableName }: Table,
  { scope, shard }: Pick<SeatShard, "scope" | "shard">,
): TransactWriteItem {
  return {
    Update: {
      TableName,
      Key: stored({ ...seatsKey(scope, shard) }),
      UpdateExpression: "SET taken = taken - :one",
      ConditionExpression: "taken >= :one",
      ExpressionAttributeValues: stored({ ":one": 1 }),
    },
  };
}

function standing(
  { name: TableName }: Table,
  { scope, shard }: Pick<SeatShard, "scope" | "shard">,
): TransactWriteItem {
  return {
    ConditionCheck: {
      TableName,
      Key: stored({ ...seatsKey(scope, shard) }),
      ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(closed)",
    },
  };
}

/** Runs a transaction of two items; which one's condition failed, or `busy` where it met another transaction. */
async function transact(
  { client }: Table,
  TransactItems: TransactWriteItem[],
): Promise<undefined | "first" | "second" | "busy"> {
  try {
    await client.send(new TransactWriteItemsCommand({ TransactItems }));
    return undefined;
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    const [first, second] = (error.CancellationReasons ?? []).map(({ Code }) => Code);
    if (first === "ConditionalCheckFailed") return "first";
    return second === "ConditionalCheckFailed" ? "second" : "busy";
  }
}

/** From now on newcomers stand in line behind this shard; false where a seat has got free in it meanwhile. */
export async function openLine(table: Table, shard: SeatShard): Promise<boolean> {
  return setLine(table, shard, {
    UpdateExpression: "SET #line = :yes",
    ConditionExpression: "taken >= #capacity OR #line = :yes OR attribute_exists(closed)",
    ExpressionAttributeValues: stored({ ":yes": true }),
  });
}

/** Nobody is in line any more: whoever comes may take a free seat. False where none is free. */
export async function closeLine(table: Table, shard: SeatShard): Promise<boolean> {
  return setLine(table, shard, {
    UpdateExpression: "REMOVE #line",
    ConditionExpression: "taken < #capacity",
  });
}

async function setLine(
  { client, name: TableName }: Table,
  { scope, shard }: SeatShard,
  change: Pick<
    ConstructorParameters<typeof UpdateItemCommand>[0],
    "UpdateExpression" | "ConditionExpression" | "ExpressionAttributeValues"
  >,
): Promise<boolean> {
  const ExpressionAttributeNames = { "#line": "line", "#capacity": "capacity" };
  try {
    const Key = stored({ ...seatsKey(scope, shard) });
    await client.send(new UpdateItemCommand({ TableName, Key, ExpressionAttributeNames, ...change }));
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
