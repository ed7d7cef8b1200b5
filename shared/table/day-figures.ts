import { UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import type { Period } from "../domain/period.ts";
import type { Figures } from "../domain/tally.ts";
import { addInto } from "./counter.ts";
import { dayFiguresKey } from "./keys.ts";
import { everyItem, stored, type Table } from "./table.ts";

/** 2,000 signups a second make 20 batches on four keys; 2,000 forms seen a second, one in ten of them told, 200 writes. */
const shards = 4;
const wholeBatch = 25;

/** What the figures are of: views of an action's form, signups, mails about it, applications for membership. */
export type DaySubject = `seen.${string}` | `signups.${string}` | `mails.${string}` | "applications";

export interface DayFigures {
  subject: DaySubject;
  /** UTC, ISO. */
  day: string;
  figures: Figures;
  /** Many add one by one: spread always, and not only where a batch is whole. */
  oneByOne?: boolean;
}

/**
 * Adds figures to a day. Approximate: there is no memory of what was added, so whoever repeats it adds it again. One
 * write unit for each KB of the day's item (a day of people from 60 countries is one), once a batch.
 */
export async function addToDay(
  { client, name: TableName }: Table,
  { subject, day, figures, oneByOne }: DayFigures,
): Promise<void> {
  const adds = Object.entries(figures).filter(([, n]) => n !== 0);
  if (adds.length === 0) return;
  const isSpread = oneByOne || adds.some(([, n]) => n >= wholeBatch);
  const shard = isSpread ? Math.floor(Math.random() * shards) : 0;
  await client.send(
    new UpdateItemCommand({
      TableName,
      Key: stored({ ...dayFiguresKey(subject, day, shard) }),
      UpdateExpression: `ADD ${adds.map((_, i) => `#n${i} :v${i}`).join(", ")}`,
      ExpressionAttributeNames: Object.fromEntries(adds.map(([name], i) => [`#n${i}`, name])),
      ExpressionAttributeValues: stored(Object.fromEntries(adds.map(([, n], i) => [`:v${i}`, n]))),
    }),
  );
}

/** The figures of each day of a period that has some. One query: half a read unit for each 4 KB of days. */
export async function dayFiguresOf(
  table: Table,
  subject: DaySubject,
  { from, to }: Period,
): Promise<Map<string, Figures>> {
  const days = new Map<string, Figures>();
  const items = everyItem(table, {
    KeyConditionExpression: "pk = :pk AND sk BETWEEN :from AND :to",
    ExpressionAttributeValues: stored({
      ":pk": dayFiguresKey(subject, from, 0).pk,
      ":from": from,
      ":to": `${to}#~`,
    }),
  });
  for await (const { pk: _, sk, ...rest } of items) {
    const day = String(sk).slice(0, 10);
    const sum = days.get(day) ?? {};
    addInto(sum, rest as Figures);
    days.set(day, sum);
  }
  return days;
}
