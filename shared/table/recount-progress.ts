import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { BatchWriteItemCommand, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { everyItem, plain, stored, type Table } from "./table.ts";

/**
 * How far a recount has come. One run stands in the table at a time; its finished segments lie beside it, each with what
 * was found in it, packed, in as many pieces as it needs.
 */
export const Run = z.object({
  pk: z.literal("RECONCILE"),
  sk: z.literal("RUN"),
  entity: z.literal("recount"),
  run: z.string(),
  round: z.number().int(),
  startedAt: z.string(),
  /** The first hour that was open when it began. */
  openFrom: z.string(),
  segments: z.number().int(),
  finished: z.boolean(),
  /** How often each open hour had been posted to before the round's scan began; scopes that were not known are absent. */
  postings: z.record(z.string(), z.record(z.string(), z.number())),
  /** Items that the last whole scan read. */
  items: z.number().int(),
});
export type Run = z.infer<typeof Run>;

const keptDays = 2;

export async function lastRun({ client, name: TableName }: Table): Promise<Run | undefined> {
  const Key = stored({ pk: "RECONCILE", sk: "RUN" });
  const { Item } = await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
  return Item && Run.parse(plain(Item));
}

export async function saveRun({ client, name: TableName }: Table, run: Run): Promise<void> {
  await client.send(new PutItemCommand({ TableName, Item: stored(Run.parse(run)) }));
}

type Round = Pick<Run, "run" | "round">;

const partKey = ({ run, round }: Round) => `PART#${run}#${round}#`;
const piece = 350_000;

/** Stores what a segment came to; its last piece is written last, so that half a segment is none. */
export async function saveSegment(
  { client, name }: Table,
  { round, segment, now }: { round: Round; segment: number; now: Date },
  found: object,
): Promise<void> {
  const packed = await promisify(gzip)(JSON.stringify(found));
  const pieces = Math.max(1, Math.ceil(packed.length / piece));
  const expiresAt = Math.floor(now.getTime() / 1000) + keptDays * 86_400;
  for (let i = pieces - 1; i >= 0; i--) {
    const data = packed.subarray(i * piece, (i + 1) * piece);
    const Item = stored({
      pk: "RECONCILE",
      sk: `${partKey(round)}${segment}#${i}`,
      entity: "recount-part",
      segment,
      pieces,
      data,
      expiresAt,
    });
    await client.send(new PutItemCommand({ TableName: name, Item }));
  }
}

const Part = z.object({
  segment: z.number(),
  pieces: z.number(),
  data: z.instanceof(Uint8Array),
  sk: z.string(),
});

/** What was found in each segment that is finished, by segment. */
export async function finishedSegments(table: Table, round: Round): Promise<Map<number, unknown>> {
  const parts = Map.groupBy(await partsOf(table, round), ({ segment }) => segment);
  const found = new Map<number, unknown>();
  for (const [segment, pieces] of parts) {
    if (pieces.length !== pieces[0]?.pieces) continue;
    const inOrder = pieces.sort((a, b) => pieceNumber(a.sk) - pieceNumber(b.sk)).map(({ data }) => data);
    found.set(segment, JSON.parse((await promisify(gunzip)(Buffer.concat(inOrder))).toString("utf8")));
  }
  return found;
}

function pieceNumber(sk: string): number {
  return Number(sk.slice(sk.lastIndexOf("#") + 1));
}

function partsOf(table: Table, round: Round): Promise<z.infer<typeof Part>[]> {
  const items = everyItem(table, {
    KeyConditionExpression: "pk = :pk AND begins_with(sk, :part)",
    ExpressionAttributeValues: stored({ ":pk": "RECONCILE", ":part": partKey(round) }),
    ConsistentRead: true,
  });
  return Array.fromAsync(items, (item) => Part.parse(item));
}

/** Forgets what was found in a round that is over; what is left behind by a crash goes by its term. */
export async function dropSegments(table: Table, round: Round): Promise<void> {
  const keys = (await partsOf(table, round)).map(({ sk }) => ({ pk: "RECONCILE", sk }));
  for (let start = 0; start < keys.length; start += 25) {
    const requests = keys.slice(start, start + 25).map((key) => ({ DeleteRequest: { Key: stored(key) } }));
    await table.client.send(new BatchWriteItemCommand({ RequestItems: { [table.name]: requests } }));
  }
}
