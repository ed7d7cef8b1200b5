import {
  ConditionalCheckFailedException,
  GetItemCommand,
  PutItemCommand,
  type PutItemCommandInput,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { participationStates } from "../domain/participation-states.ts";
import type { PersonHash } from "../domain/person-hash.ts";
import type { ActionScope, CampaignScope } from "../domain/scope.ts";
import { bucketOf, listKey, participationKey } from "./keys.ts";
import { SignatureFacts } from "./signature.ts";
import { plain, stored, type Table } from "./table.ts";

/** Consent as it was given: to what purpose, under which text, in which language, when. */
export const Consent = z.object({
  updates: z.boolean(),
  text: z.string(),
  locale: z.string(),
  at: z.string(),
});

/**
 * One person's doing of one action. It holds the keyed hash and no personal data. `version` rises with each change of
 * state (the tally counts by it), `generation` revokes links, `asks` counts the mails asked for.
 */
export const Participation = z.object({
  pk: z.string(),
  sk: z.string(),
  entity: z.literal("participation"),
  person: z.string(),
  scope: z.custom<ActionScope>((value) => typeof value === "string"),
  campaign: z.custom<CampaignScope>((value) => typeof value === "string"),
  state: z.enum(participationStates),
  version: z.number().int(),
  generation: z.number().int(),
  locale: z.string(),
  country: z.string().optional(),
  source: z.string().optional(),
  consent: Consent.optional(),
  /** Set where it is the signature of a pledge or a statement. */
  signature: SignatureFacts.optional(),
  asks: z.number().int(),
  asksToday: z.number().int(),
  askedOn: z.string(),
  createdAt: z.string(),
  changedAt: z.string(),
  confirmedAt: z.string().optional(),
  withdrawnAt: z.string().optional(),
  expiresAt: z.number().optional(),
  listPk: z.string().optional(),
  listSk: z.string().optional(),
});
export type Participation = z.infer<typeof Participation>;

export function readParticipation(item: Record<string, unknown>): Participation {
  return Participation.parse(item);
}

/** Where a confirmed participation stands in its action's list: by bucket, then by time. */
export function registrantsPlace(person: PersonHash, scope: ActionScope, at: string) {
  return { listPk: listKey(scope, bucketOf(person)), listSk: `${at}#${person}` };
}

export async function participationOf(
  { client, name: TableName }: Table,
  person: PersonHash,
  scope: ActionScope,
): Promise<Participation | undefined> {
  const Key = stored({ ...participationKey(person, scope) });
  const { Item } = await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
  return Item && readParticipation(plain(Item));
}

/** Stores a first participation; answers with the one that is there already, or undefined where this one is stored. */
export async function addParticipation(
  table: Table,
  participation: Participation,
): Promise<Participation | undefined> {
  return put(table, participation, { ConditionExpression: "attribute_not_exists(pk)" });
}

/**
 * Puts a changed participation in the place of the one it was made from, if that still stands as it was read. Answers
 * with the newer one where it does not, or undefined where it is stored.
 */
export async function replaceParticipation(
  table: Table,
  before: Participation,
  after: Participation,
): Promise<Participation | undefined> {
  return put(table, after, {
    ConditionExpression: "version = :version AND asks = :asks",
    ExpressionAttributeValues: stored({ ":version": before.version, ":asks": before.asks }),
  });
}

async function put(
  { client, name: TableName }: Table,
  participation: Participation,
  condition: Pick<PutItemCommandInput, "ConditionExpression" | "ExpressionAttributeValues">,
): Promise<Participation | undefined> {
  try {
    const Item = stored(participation);
    const ReturnValuesOnConditionCheckFailure = "ALL_OLD";
    await client.send(
      new PutItemCommand({ TableName, Item, ...condition, ReturnValuesOnConditionCheckFailure }),
    );
    return undefined;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException && error.Item)
      return readParticipation(plain(error.Item));
    throw error;
  }
}

/**
 * The main path of a confirmation in one write, without a read: pending, of this generation and in time → confirmed.
 * Answers with the item as it stands when that was not so; undefined where there is none.
 */
export async function confirmPending(
  { client, name: TableName }: Table,
  { person, scope, generation }: { person: PersonHash; scope: ActionScope; generation: number },
  now: Date,
): Promise<{ confirmed: Participation } | { stands: Participation | undefined }> {
  const at = now.toISOString();
  const place = registrantsPlace(person, scope, at);
  try {
    const { Attributes } = await client.send(
      new UpdateItemCommand({
        TableName,
        Key: stored({ ...participationKey(person, scope) }),
        UpdateExpression: `SET #state = :confirmed, confirmedAt = :at, changedAt = :at, listPk = :listPk, listSk = :listSk
          REMOVE expiresAt ADD version :one`,
        ConditionExpression: "#state = :pending AND generation = :generation AND expiresAt > :now",
        ExpressionAttributeNames: { "#state": "state" },
        ExpressionAttributeValues: stored({
          ":confirmed": "confirmed",
          ":pending": "pending",
          ":generation": generation,
          ":now": Math.floor(now.getTime() / 1000),
          ":at": at,
          ":listPk": place.listPk,
          ":listSk": place.listSk,
          ":one": 1,
        }),
        ReturnValues: "ALL_NEW",
        ReturnValuesOnConditionCheckFailure: "ALL_OLD",
      }),
    );
    return { confirmed: readParticipation(plain(Attributes ?? {})) };
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return { stands: error.Item && readParticipation(plain(error.Item)) };
  }
}
