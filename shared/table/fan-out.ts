import {
  ConditionalCheckFailedException,
  PutItemCommand,
  QueryCommand,
  type TransactWriteItem,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { ActionScope } from "../domain/scope.ts";
import { eventMailKinds } from "../mail/event-mails.ts";
import { fanOutKey, listKey } from "./keys.ts";
import { listsIndex, plain, stored, type Table } from "./table.ts";

/**
 * A mail to everybody in an action's lists, and how far it has got: `place` counts the lists' buckets, `after` is the
 * last one that was queued in it. Whoever goes on from there queues at most one page twice, and each mail has a key.
 */
export const FanOut = z.object({
  pk: z.string(),
  sk: z.string(),
  entity: z.literal("fan-out"),
  scope: z.custom<ActionScope>((value) => typeof value === "string"),
  kind: z.enum(eventMailKinds),
  occurrence: z.number().int(),
  dueAt: z.string(),
  place: z.number().int(),
  after: z.string().optional(),
  queued: z.number().int(),
  listPk: z.string().optional(),
  listSk: z.string().optional(),
  expiresAt: z.number().optional(),
});
export type FanOut = z.infer<typeof FanOut>;

const list = listKey("fan-outs", 0);
/** How long a finished one is kept, so that it is not begun again. */
const keptDays = 40;

export type NewFanOut = Pick<FanOut, "scope" | "kind" | "occurrence" | "dueAt">;

function first(job: NewFanOut): FanOut {
  const key = fanOutKey(job);
  return {
    ...key,
    entity: "fan-out",
    ...job,
    place: 0,
    queued: 0,
    listPk: list,
    listSk: `${job.dueAt}#${key.pk}#${key.sk}`,
  };
}

/** The write that begins a fan-out, to go with the change that owes it. */
export function beginning({ name: TableName }: Table, job: NewFanOut): TransactWriteItem {
  return {
    Put: { TableName, Item: stored(first(job)), ConditionExpression: "attribute_not_exists(pk)" },
  };
}

/** Begins a fan-out; nothing where it has been begun before, finished or not. */
export async function beginFanOut({ client, name: TableName }: Table, job: NewFanOut): Promise<void> {
  try {
    const Item = stored(first(job));
    await client.send(
      new PutItemCommand({ TableName, Item, ConditionExpression: "attribute_not_exists(pk)" }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}

/** Fan-outs that are due and not finished, oldest first. */
export async function dueFanOuts({ client, name: TableName }: Table, now: Date): Promise<FanOut[]> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName,
      IndexName: listsIndex,
      KeyConditionExpression: "listPk = :list AND listSk <= :now",
      ExpressionAttributeValues: stored({ ":list": list, ":now": `${now.toISOString()}~` }),
      Limit: 100,
    }),
  );
  return Items.map((item) => FanOut.parse(plain(item)));
}

/** Notes how far a fan-out has got; undefined where another runner has got further meanwhile. */
export async function advance(
  { client, name: TableName }: Table,
  before: FanOut,
  { place, after, queued, done }: Pick<FanOut, "place" | "after" | "queued"> & { done?: Date | undefined },
): Promise<FanOut | undefined> {
  const removed = [...(after === undefined ? ["#after"] : []), ...(done ? ["listPk", "listSk"] : [])];
  const set = ["place = :place", "queued = :queued", ...(after === undefined ? [] : ["#after = :after"])];
  if (done) set.push("expiresAt = :expires");
  try {
    const { Attributes } = await client.send(
      new UpdateItemCommand({
        TableName,
        Key: stored({ pk: before.pk, sk: before.sk }),
        UpdateExpression: `SET ${set.join(", ")}${removed.length > 0 ? ` REMOVE ${removed.join(", ")}` : ""}`,
        ConditionExpression: "place = :wasPlace AND queued = :wasQueued",
        ExpressionAttributeNames: { "#after": "after" },
        ExpressionAttributeValues: stored({
          ":place": place,
          ":queued": queued,
          ":after": after,
          ":wasPlace": before.place,
          ":wasQueued": before.queued,
          ":expires": done && Math.floor(done.getTime() / 1000) + keptDays * 86_400,
        }),
        ReturnValues: "ALL_NEW",
      }),
    );
    return FanOut.parse(plain(Attributes ?? {}));
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined;
    throw error;
  }
}
