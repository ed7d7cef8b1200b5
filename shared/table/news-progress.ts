import { ConditionalCheckFailedException, GetItemCommand, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { Sendings } from "../domain/sending-health.ts";
import { newsFiguresKey, newsKey, newsPartKey } from "./keys.ts";
import { everyItem, plain, stored, type Table } from "./table.ts";

/**
 * How far a mailing has got in one bucket of one action's list. `cursor` is the place in the list up to which all are
 * queued; `round` is the mailing's, since a resumed one goes through its lists once more and skips whom it has reached.
 */
export const NewsPart = z.object({
  part: z.string(),
  round: z.number().int(),
  cursor: z.string().optional(),
  done: z.boolean(),
  queued: z.number().int(),
});
export type NewsPart = z.infer<typeof NewsPart>;

/** All parts that were begun, by name. */
export async function newsParts(table: Table, id: string): Promise<Map<string, NewsPart>> {
  const parts = new Map<string, NewsPart>();
  const items = everyItem(table, {
    KeyConditionExpression: "pk = :pk AND begins_with(sk, :part)",
    ExpressionAttributeValues: stored({ ":pk": newsKey(id).pk, ":part": newsPartKey(id, "").sk }),
    ConsistentRead: true,
  });
  for await (const item of items) {
    const part = NewsPart.parse(item);
    parts.set(part.part, part);
  }
  return parts;
}

/** Notes that a page was queued; false where another run was faster, which has then queued the same. */
export async function passPage(
  { client, name: TableName }: Table,
  id: string,
  { before, after }: { before: NewsPart | undefined; after: NewsPart },
): Promise<boolean> {
  const { part, round, cursor, done, queued } = after;
  const stands = before
    ? `round = :beforeRound AND done = :no AND ${before.cursor ? "#cursor = :before" : "attribute_not_exists(#cursor)"}`
    : "attribute_not_exists(pk)";
  try {
    await client.send(
      new UpdateItemCommand({
        TableName,
        Key: stored({ ...newsPartKey(id, part) }),
        UpdateExpression: `SET entity = :entity, part = :part, round = :round, done = :done, queued = :queued
          ${cursor ? ", #cursor = :cursor" : " REMOVE #cursor"}`,
        ConditionExpression: before && before.round !== round ? "round = :beforeRound" : stands,
        ExpressionAttributeNames: { "#cursor": "cursor" },
        ExpressionAttributeValues: stored({
          ...{ ":entity": "news-part", ":part": part, ":round": round, ":done": done, ":queued": queued },
          ":cursor": cursor,
          ...(before && { ":beforeRound": before.round }),
          ...(before && before.round === round && { ":no": false, ":before": before.cursor }),
        }),
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/** What SES has told of a mailing's mails, and how many were queued on a day (UTC). */
export const NewsFigures = z.object({
  sent: z.number().default(0),
  delivered: z.number().default(0),
  bounced: z.number().default(0),
  complained: z.number().default(0),
});

export async function newsFigures(
  { client, name: TableName }: Table,
  id: string,
  day: string,
): Promise<Sendings & { queuedOnDay: number }> {
  const { Item } = await client.send(
    new GetItemCommand({ TableName, Key: stored({ ...newsFiguresKey(id) }), ConsistentRead: true }),
  );
  const item = Item ? plain(Item) : {};
  return { ...NewsFigures.parse(item), queuedOnDay: z.number().default(0).parse(item[`queued@${day}`]) };
}

/** Adds to a mailing's figures. A word of SES that comes twice may add twice; the figures decide nothing but a pause. */
export async function addToFigures(
  { client, name: TableName }: Table,
  id: string,
  figures: Partial<Sendings> | Record<`queued@${string}`, number>,
): Promise<void> {
  const named = Object.entries(figures).filter(([, n]) => n);
  if (named.length === 0) return;
  await client.send(
    new UpdateItemCommand({
      TableName,
      Key: stored({ ...newsFiguresKey(id) }),
      UpdateExpression: `SET entity = :entity ADD ${named.map((_, i) => `#f${i} :f${i}`).join(", ")}`,
      ExpressionAttributeNames: Object.fromEntries(named.map(([name], i) => [`#f${i}`, name])),
      ExpressionAttributeValues: stored({
        ":entity": "news-figures",
        ...Object.fromEntries(named.map(([, n], i) => [`:f${i}`, n])),
      }),
    }),
  );
}
