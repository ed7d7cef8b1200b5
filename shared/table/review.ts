import {
  GetItemCommand,
  type Put,
  QueryCommand,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import type { ActionScope } from "../domain/scope.ts";
import { Card, Comment, places, shownBuckets } from "./card.ts";
import { commentKey, listKey, personKey } from "./keys.ts";
import { type Participation, registrantsPlace } from "./participation.ts";
import { type Person, readPerson } from "./person.ts";
import type { ListPage } from "./reading-on.ts";
import { listsIndex, plain, stored, type Table } from "./table.ts";

/**
 * A page of the comments that wait for a moderator: one bucket after the other, the oldest of each first. `after` is the
 * place where the last page ended.
 */
export async function commentsWaiting(table: Table, after: string | undefined): Promise<ListPage<Comment>> {
  const [, number = "0", place = ""] = /^(\d) (.*)$/.exec(after ?? "") ?? [];
  const items: Comment[] = [];
  let last: string | undefined = place || undefined;
  for (let bucket = Number(number); bucket < shownBuckets; bucket++) {
    const limit = reviewPageSize - items.length;
    const found = await waiting(table, { listPk: listKey("comments.submitted", bucket), after: last, limit });
    items.push(...found.map((item) => Comment.parse(plain(item))));
    if (items.length >= reviewPageSize) return { items, next: `${bucket} ${items.at(-1)?.listSk}` };
    last = undefined;
  }
  return { items, next: undefined };
}

/** Signatures of organizations that wait for a reviewer, oldest first. */
async function organizationsToReview(table: Table, after: string | undefined): Promise<Card[]> {
  const items = await waiting(table, {
    listPk: places.organizationsToReview(),
    after,
    limit: reviewPageSize,
  });
  return items.map((item) => Card.parse(plain(item)));
}

/** A page of them; `next` is the place of its last one, where there may be more. */
export async function organizationsPage(table: Table, after: string | undefined): Promise<ListPage<Card>> {
  const items = await organizationsToReview(table, after);
  return { items, next: items.length === reviewPageSize ? items.at(-1)?.listSk : undefined };
}

const reviewPageSize = 50;

/** Whether an organization's signature of this action waits for a reviewer. Reads the queue, half a unit for each 4 KB. */
export async function waitsForReview(table: Table, scope: ActionScope): Promise<boolean> {
  let after: string | undefined;
  do {
    const { items, next } = await organizationsPage(table, after);
    if (items.some((card) => card.scope === scope)) return true;
    after = next;
  } while (after);
  return false;
}

async function waiting(
  { client, name: TableName }: Table,
  { listPk, after, limit }: { listPk: string; after: string | undefined; limit: number },
) {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName,
      IndexName: listsIndex,
      KeyConditionExpression: after ? "listPk = :list AND listSk > :after" : "listPk = :list",
      ExpressionAttributeValues: stored({ ":list": listPk, ":after": after }),
      Limit: limit,
    }),
  );
  return Items;
}

/** The person's address, for a reviewer alone. */
export async function personToReview(
  { client, name: TableName }: Table,
  person: string,
): Promise<Person | undefined> {
  const { Item } = await client.send(
    new GetItemCommand({ TableName, Key: stored({ ...personKey(person) }) }),
  );
  return Item && readPerson(plain(Item));
}

export async function commentOf(
  { client, name: TableName }: Table,
  { person, scope, id }: { person: string; scope: ActionScope; id: string },
): Promise<Comment | undefined> {
  const Key = stored({ ...commentKey(person, scope, id) });
  const { Item } = await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
  return Item && Comment.parse(plain(Item));
}

/** Puts a decided comment into the list that it is then read from; false where it was changed or withdrawn meanwhile. */
export async function reviewComment(
  table: Table,
  { comment, review }: { comment: Comment; review: "approved" | "declined" },
  audit: TransactWriteItem,
): Promise<boolean> {
  const { listPk: _p, listSk: _s, ...kept } = comment;
  const place =
    review === "approved"
      ? {
          listPk: places.comments(comment.person, comment.scope),
          listSk: `${comment.createdAt}#${comment.id}`,
        }
      : {};
  const put: Put = {
    TableName: table.name,
    Item: stored({ ...kept, ...place, review }),
    ConditionExpression: "review = :before",
    ExpressionAttributeValues: stored({ ":before": comment.review }),
  };
  return took(table, [{ Put: put }, audit]);
}

/**
 * Takes an organization's held signature, or does not: it then stands as withdrawn. In one transaction with the audit
 * entry; false where it was changed meanwhile.
 */
export async function reviewOrganization(
  table: Table,
  { standing, decision, now }: { standing: Participation; decision: "approved" | "declined"; now: Date },
  audit: TransactWriteItem,
): Promise<boolean> {
  const { person, scope, version, signature } = standing;
  const at = now.toISOString();
  const changed = { ...standing, version: version + 1, changedAt: at };
  const after: Participation =
    decision === "approved"
      ? { ...changed, state: "confirmed", confirmedAt: at, ...registrantsPlace(person, scope, at) }
      : {
          ...changed,
          state: "withdrawn",
          withdrawnAt: at,
          ...(signature && { signature: { ...signature, declined: true } }),
        };
  const put: Put = {
    TableName: table.name,
    Item: stored(after),
    ConditionExpression: "version = :version",
    ExpressionAttributeValues: stored({ ":version": version }),
  };
  return took(table, [{ Put: put }, audit]);
}

async function took({ client }: Table, TransactItems: TransactWriteItem[]): Promise<boolean> {
  try {
    await client.send(new TransactWriteItemsCommand({ TransactItems }));
    return true;
  } catch (error) {
    const lost =
      error instanceof TransactionCanceledException &&
      error.CancellationReasons?.some(({ Code }) => Code === "ConditionalCheckFailed");
    if (lost) return false;
    throw error;
  }
}
