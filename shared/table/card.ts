import { BatchWriteItemCommand, PutItemCommand, QueryCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { PersonHash } from "../domain/person-hash.ts";
import type { ActionScope } from "../domain/scope.ts";
import { displays } from "../domain/signature.ts";
import { itemsAt, placeOf } from "./items-at.ts";
import { cardKey, commentKey, listKey, personKey } from "./keys.ts";
import { SigningOrganization } from "./signature.ts";
import { plain, type StoredItem, stored, type Table } from "./table.ts";

/**
 * What is shown of one signature, as it was typed with it. A signature names the card that was typed with the very
 * signup that was confirmed; so nobody who merely knows an address can change what is shown of its owner. Until then it
 * has a term. It stands in a public list only while the signature stands (`follow.ts`).
 */
export const Card = z.object({
  pk: z.string(),
  sk: z.string(),
  entity: z.literal("card"),
  person: z.string(),
  scope: z.custom<ActionScope>((value) => typeof value === "string"),
  id: z.string(),
  display: z.enum(displays),
  name: z.string().optional(),
  /** An expert's title and affiliation. */
  title: z.string().optional(),
  organization: SigningOrganization.optional(),
  createdAt: z.string(),
  expiresAt: z.number().optional(),
  listPk: z.string().optional(),
  listSk: z.string().optional(),
});
export type Card = z.infer<typeof Card>;

export const commentReviews = ["submitted", "approved", "declined"] as const;
type Review = (typeof commentReviews)[number];

/** A public comment. `review` is absent until its signature is confirmed; only an approved one is shown. */
export const Comment = z.object({
  pk: z.string(),
  sk: z.string(),
  entity: z.literal("comment"),
  person: z.string(),
  scope: z.custom<ActionScope>((value) => typeof value === "string"),
  id: z.string(),
  text: z.string(),
  locale: z.string(),
  /** The name beside it, as it is to be shown; absent where none is. */
  shownName: z.string().optional(),
  review: z.enum(commentReviews).optional(),
  createdAt: z.string(),
  expiresAt: z.number().optional(),
  listPk: z.string().optional(),
  listSk: z.string().optional(),
});
export type Comment = z.infer<typeof Comment>;

/** Of the few who let themselves be shown; at 2,000 signatures a second, all of them shown, 250 a second on each. */
export const shownBuckets = 8;

const bucket = (person: PersonHash) => Buffer.from(person, "base64url").readUInt8(1) % shownBuckets;

/** The lists that cards and comments stand in. */
export const places = {
  people: (person: PersonHash, scope: ActionScope) => listKey(`${scope}.people`, bucket(person)),
  organizations: (scope: ActionScope) => listKey(`${scope}.organizations`, 0),
  comment: ({ person, scope, review }: Pick<Comment, "person" | "scope"> & { review: Review }) =>
    review === "approved"
      ? places.commentsShown(scope, bucket(person))
      : places.commentsReviewed(review, bucket(person)),
  /** Where the page of what was signed reads them. */
  commentsShown: (scope: ActionScope, number: number) => listKey(`${scope}.comments`, number),
  commentsReviewed: (review: Exclude<Review, "approved">, number: number) =>
    listKey(`comments.${review}`, number),
  organizationsToReview: () => listKey("signatures.submitted", 0),
};

/** Stores what was typed with a signup, to be named by the signature. One write unit each. */
export async function putTyped(
  { client, name: TableName }: Table,
  typed: readonly (Card | Comment)[],
): Promise<void> {
  for (const item of typed) await client.send(new PutItemCommand({ TableName, Item: stored(item) }));
}

/** The keys of a card and a comment, without the rest. */
export const typedKeys = { card: cardKey, comment: commentKey };

/** All cards and comments that a person has for an action, confirmed or not. */
export async function typedFor(
  { client, name: TableName }: Table,
  person: PersonHash,
  scope: ActionScope,
): Promise<{ cards: Card[]; comments: Comment[] }> {
  const read = async (prefix: string): Promise<StoredItem[]> => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: "pk = :pk AND begins_with(sk, :prefix)",
        ExpressionAttributeValues: stored({ ":pk": personKey(person).pk, ":prefix": prefix }),
        ConsistentRead: true,
      }),
    );
    return Items;
  };
  const [cards, comments] = await Promise.all([read(`CARD#${scope}#`), read(`COMMENT#${scope}#`)]);
  return {
    cards: cards.map((item) => Card.parse(plain(item))),
    comments: comments.map((item) => Comment.parse(plain(item))),
  };
}

/** The card and the comment that were typed with one signup. One call, two read units. */
export async function typedUnder(
  table: Table,
  { person, scope, id }: Pick<Card, "person" | "scope" | "id">,
): Promise<{ card: Card | undefined; comment: Comment | undefined }> {
  const keys = [cardKey(person, scope, id), commentKey(person, scope, id)] as const;
  const items = await itemsAt(table, keys, { consistently: true });
  const [card, comment] = keys.map((key) => items.find((item) => placeOf(item) === placeOf(key)));
  return { card: card && Card.parse(card), comment: comment && Comment.parse(comment) };
}

/** Forgets cards and comments; twice is as once. */
export async function forgetTyped(table: Table, typed: readonly (Card | Comment)[]): Promise<void> {
  for (let start = 0; start < typed.length; start += 25) {
    let left = typed
      .slice(start, start + 25)
      .map(({ pk, sk }) => ({ DeleteRequest: { Key: stored({ pk, sk }) } }));
    while (left.length > 0) {
      const RequestItems = { [table.name]: left };
      const { UnprocessedItems } = await table.client.send(new BatchWriteItemCommand({ RequestItems }));
      left = (UnprocessedItems?.[table.name] ?? []) as typeof left;
    }
  }
}
