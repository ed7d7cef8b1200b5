import { paginateQuery, QueryCommand } from "@aws-sdk/client-dynamodb";
import type { PersonHash } from "../domain/person-hash.ts";
import type { ActionScope } from "../domain/scope.ts";
import { bucketOf, listBuckets, listKey } from "./keys.ts";
import {
  type Confirming,
  type ConfirmOutcome,
  confirmation,
  type Participation,
  readParticipation,
  runConfirmation,
} from "./participation.ts";
import { listsIndex, plain, stored, type Table } from "./table.ts";

/** Offers are made by the staff's and the withdrawing people's pace: four keys are plenty. */
const offerBuckets = 4;

/** Where somebody stands in line: by the moment at which they came, over buckets, since a line can be long. */
export function waitingPlace(person: PersonHash, scope: ActionScope, since: string) {
  return { listPk: listKey(`${scope}.waiting`, bucketOf(person)), listSk: `${since}#${person}` };
}

/** Where an offer stands: by the moment at which it lapses, over all events. */
export function offersPlace(person: PersonHash, scope: ActionScope, until: string) {
  return {
    listPk: listKey("offers", bucketOf(person) % offerBuckets),
    listSk: `${until}#${scope}#${person}`,
  };
}

/** Confirms into the line: one write, to no key that others write to. */
export function joinLine(table: Table, confirming: Confirming, now: Date): Promise<ConfirmOutcome> {
  const at = now.toISOString();
  const place = waitingPlace(confirming.person, confirming.scope, at);
  const set = { state: "waitlisted", waitingSince: at, ...place } as const;
  return runConfirmation(table, confirmation(table, confirming, { set, now }));
}

/** The first `limit` in line, first come first. The index follows the table by a moment. */
export async function firstInLine(table: Table, scope: ActionScope, limit: number): Promise<Participation[]> {
  const buckets = Array.from({ length: listBuckets }, (_, bucket) => listKey(`${scope}.waiting`, bucket));
  const found = await Promise.all(buckets.map((list) => firstOf(table, list, { limit })));
  return found
    .flat()
    .sort((a, b) => ((a.listSk ?? "") < (b.listSk ?? "") ? -1 : 1))
    .slice(0, limit);
}

/** Offers that have lapsed by `now`, oldest first in each of a few buckets; at most `limit` of each. */
export async function lapsedOffers(table: Table, now: Date, limit = 100): Promise<Participation[]> {
  const buckets = Array.from({ length: offerBuckets }, (_, bucket) => listKey("offers", bucket));
  const before = now.toISOString();
  const found = await Promise.all(buckets.map((list) => firstOf(table, list, { limit, before })));
  return found.flat();
}

/**
 * The lists in which an event's people stand: the registered, then, with `all`, those in line and those who have an
 * offer (offers of all events lie together). Buckets, in an order that never changes.
 */
export function bucketsOf(scope: ActionScope, all: boolean): string[] {
  const buckets = (name: string, n: number) => Array.from({ length: n }, (_, i) => listKey(name, i));
  const registered = buckets(scope, listBuckets);
  return all
    ? [...registered, ...buckets(`${scope}.waiting`, listBuckets), ...buckets("offers", offerBuckets)]
    : registered;
}

/** A page of a bucket, in its order; `after` is the last one's `listSk`. */
export async function bucketPage(
  { client, name: TableName }: Table,
  bucket: string,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<Participation[]> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName,
      IndexName: listsIndex,
      KeyConditionExpression: after ? "listPk = :list AND listSk > :after" : "listPk = :list",
      ExpressionAttributeValues: stored({ ":list": bucket, ":after": after }),
      Limit: limit,
    }),
  );
  return Items.map((item) => readParticipation(plain(item)));
}

/** How many stand in an event's line. */
export async function inLine(table: Table, scope: ActionScope): Promise<number> {
  const buckets = Array.from({ length: listBuckets }, (_, bucket) => listKey(`${scope}.waiting`, bucket));
  const counted = await Promise.all(buckets.map((bucket) => countIn(table, bucket)));
  return counted.reduce((sum, n) => sum + n, 0);
}

/** How many stand in a bucket. */
export async function countIn({ client, name: TableName }: Table, bucket: string): Promise<number> {
  let counted = 0;
  const query = {
    TableName,
    IndexName: listsIndex,
    KeyConditionExpression: "listPk = :list",
    ExpressionAttributeValues: stored({ ":list": bucket }),
    Select: "COUNT",
  } as const;
  for await (const { Count = 0 } of paginateQuery({ client }, query)) counted += Count;
  return counted;
}

async function firstOf(
  { client, name: TableName }: Table,
  list: string,
  { limit, before }: { limit: number; before?: string },
): Promise<Participation[]> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName,
      IndexName: listsIndex,
      KeyConditionExpression: before ? "listPk = :list AND listSk <= :before" : "listPk = :list",
      ExpressionAttributeValues: stored({ ":list": list, ":before": before }),
      Limit: limit,
    }),
  );
  return Items.map((item) => readParticipation(plain(item)));
}
