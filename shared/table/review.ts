import {
  GetItemCommand,
  type Put,
  QueryCommand,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import type { ActionScope } from "../domain/scope.ts";
import { Card, Comment, places } from "./card.ts";
import { commentKey, personKey } from "./keys.ts";
import { type Participation, registrantsPlace } from "./participation.ts";
import { type Person, readPerson } from "./person.ts";
import type { ListPage } from "./reading-on.ts";
import { listsIndex, plain, stored, type Table } from "./table.ts";

/** Signatures of organizations that wait for a reviewer, oldest first. */
async function organizationsToReview(table: Table, after: string | undefined): Promise<Card[]> {
  const items = await listItems(table, {
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

/** Up to `limit` items of a list behind a place, as they are stored. */
export async function listItems(
  { client, name: TableName }: Table,
  {
    listPk,
    after,
    limit,
    newestFirst = false,
  }: { listPk: string; after: string | undefined; limit: number; newestFirst?: boolean },
) {
  const behind = newestFirst ? "listSk < :after" : "listSk > :after";
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName,
      IndexName: listsIndex,
      KeyConditionExpression: after ? `listPk = :list AND ${behind}` : "listPk = :list",
      ExpressionAttributeValues: stored({ ":list": listPk, ":after": after }),
      ScanIndexForward: !newestFirst,
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
  const place = {
    listPk: places.comment({ ...comment, review }),
    listSk: `${comment.createdAt}#${comment.id}`,
  };
  const put: Put = {
    TableName: table.name,
    Item: stored({ ...comment, ...place, review }),
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
