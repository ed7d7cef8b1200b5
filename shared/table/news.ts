import {
  ConditionalCheckFailedException,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { newsStates } from "../domain/news-states.ts";
import type { CampaignScope } from "../domain/scope.ts";
import { type Act, auditing } from "./audit.ts";
import { listKey, newsKey } from "./keys.ts";
import type { ListPage } from "./reading-on.ts";
import { everyItem, listsIndex, plain, stored, type Table } from "./table.ts";

/** What is said in one language. `body` is plain text: an empty line ends a paragraph. */
export const NewsText = z.object({
  subject: z.string(),
  heading: z.string(),
  body: z.string(),
  action: z.object({ label: z.string(), url: z.string() }).optional(),
});
export type NewsText = z.infer<typeof NewsText>;

/** Whom a mailing is for: those of the campaign who agreed to news, in these languages and countries; all where empty. */
export const Audience = z.object({ locales: z.array(z.string()), countries: z.array(z.string()) });
export type Audience = z.infer<typeof Audience>;

/** A campaign's news to those who agreed. `version` rises with each change. */
export const News = z.object({
  pk: z.string(),
  sk: z.literal("DETAILS"),
  entity: z.literal("news"),
  id: z.string(),
  campaign: z.custom<CampaignScope>((value) => typeof value === "string"),
  state: z.enum(newsStates),
  version: z.number().int(),
  audience: Audience,
  texts: z.record(z.string(), NewsText),
  /** At most so many a day, while mail hosts get to know us; null for no limit. */
  perDay: z.number().int().positive().nullable(),
  /** How often it was begun or resumed: with each, its lists are gone through anew. */
  rounds: z.number().int(),
  createdAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  sendAt: z.iso.datetime().optional(),
  startedAt: z.iso.datetime().optional(),
  finishedAt: z.iso.datetime().optional(),
  stoppedBy: z.enum(["bounces", "complaints"]).optional(),
  listPk: z.string(),
  listSk: z.string(),
});
export type News = z.infer<typeof News>;

export async function newsOf({ client, name: TableName }: Table, id: string): Promise<News | undefined> {
  const { Item } = await client.send(
    new GetItemCommand({ TableName, Key: stored({ ...newsKey(id) }), ConsistentRead: true }),
  );
  return Item && News.parse(plain(Item));
}

/**
 * All mailings, newest first: one of long ago may be scheduled for today, or paused. Half a read unit for each 4 KB of them, a
 * minute: $0.50 a month for a hundred.
 */
export async function allNews(table: Table): Promise<News[]> {
  const items = everyItem(table, {
    IndexName: listsIndex,
    KeyConditionExpression: "listPk = :list",
    ExpressionAttributeValues: stored({ ":list": newsList }),
    ScanIndexForward: false,
  });
  return Array.fromAsync(items, (item) => News.parse(item));
}

/** A page of mailings, newest first. */
export async function newsPage(
  { client, name: TableName }: Table,
  after: string | undefined,
): Promise<ListPage<News>> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName,
      IndexName: listsIndex,
      KeyConditionExpression: after ? "listPk = :list AND listSk < :after" : "listPk = :list",
      ExpressionAttributeValues: stored({ ":list": newsList, ":after": after }),
      ScanIndexForward: false,
      Limit: pageSize,
    }),
  );
  const items = Items.map((item) => News.parse(plain(item)));
  return { items, next: items.length === pageSize ? items.at(-1)?.listSk : undefined };
}

const pageSize = 50;

/** Staff write a few mailings a week, so all stand in one list. */
const newsList = listKey("news", 0);

export function newsPlace(createdAt: string, id: string) {
  return { listPk: newsList, listSk: `${createdAt}#${id}` };
}

/**
 * Puts a mailing in the place of the version that it was made from (none for a first one), with what staff did in the
 * same transaction. False where somebody changed it meanwhile: then nothing is written.
 */
export async function putNews(
  table: Table,
  news: News,
  { before, act, auditId }: { before: News | undefined; act?: Act | undefined; auditId: string },
): Promise<boolean> {
  const put = {
    TableName: table.name,
    Item: stored(News.parse(news)),
    ConditionExpression: before ? "version = :version" : "attribute_not_exists(pk)",
    ...(before && { ExpressionAttributeValues: stored({ ":version": before.version }) }),
  };
  try {
    if (!act) await table.client.send(new PutItemCommand(put));
    else {
      const audit = auditing(table, act, { at: new Date(news.changedAt), id: auditId });
      await table.client.send(new TransactWriteItemsCommand({ TransactItems: [{ Put: put }, audit] }));
    }
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException || isLostRace(error)) return false;
    throw error;
  }
}

function isLostRace(error: unknown): boolean {
  return (
    error instanceof TransactionCanceledException &&
    (error.CancellationReasons ?? []).some(({ Code }) => Code === "ConditionalCheckFailed")
  );
}
