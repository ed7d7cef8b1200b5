import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { CapacityTooSmall } from "../domain/event-states.ts";
import { spread } from "../domain/seats.ts";
import { seatsKey } from "./keys.ts";
import type { Event } from "./scope.ts";
import { type SeatShard, seatsOf } from "./seats.ts";
import { stored, type Table } from "./table.ts";

/**
 * The writes that give an event's seats another capacity, to go with the event's own change. Each is on the condition
 * that as many are taken as were read, or fewer than its new part: nobody loses a seat. Throws `CapacityTooSmall`.
 */
export async function resizing(table: Table, event: Event, capacity: number): Promise<TransactWriteItem[]> {
  const shards = await seatsOf(table, event);
  const parts = spread(capacity, shards);
  if (!parts) throw new CapacityTooSmall();
  return shards.map((shard, i) => resize(table, shard, parts[i] ?? 0));
}

/** The write that gives one shard another part, as long as no more is taken of it. */
export function resize(
  { name: TableName }: Table,
  { scope, shard }: SeatShard,
  part: number,
): TransactWriteItem {
  return {
    Update: {
      TableName,
      Key: stored({ ...seatsKey(scope, shard) }),
      UpdateExpression: "SET #capacity = :part",
      ConditionExpression: "taken <= :part",
      ExpressionAttributeNames: { "#capacity": "capacity" },
      ExpressionAttributeValues: stored({ ":part": part }),
    },
  };
}

/** The writes that end the giving of seats, to go with a cancellation: no promotion can overtake it. */
export async function closing(table: Table, event: Event): Promise<TransactWriteItem[]> {
  if (event.capacity === null) return [];
  const shards = await seatsOf(table, event);
  return shards.map(({ scope, shard }) => ({
    Update: {
      TableName: table.name,
      Key: stored({ ...seatsKey(scope, shard) }),
      UpdateExpression: "SET closed = :yes",
      ExpressionAttributeValues: stored({ ":yes": true }),
    },
  }));
}
