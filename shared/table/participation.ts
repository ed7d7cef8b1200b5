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
import { reminderNames } from "../domain/reminder-times.ts";
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
  /** IANA name, as their browser told it: reminders keep to their day. */
  timeZone: z.string().optional(),
  source: z.string().optional(),
  consent: Consent.optional(),
  /** Set where it is the signature of a pledge or a statement. */
  signature: SignatureFacts.optional(),
  /** Reminders that they refused when they registered. */
  noReminders: z.array(z.enum(reminderNames)).optional(),
  asks: z.number().int(),
  asksToday: z.number().int(),
  askedOn: z.string(),
  createdAt: z.string(),
  changedAt: z.string(),
  confirmedAt: z.string().optional(),
  withdrawnAt: z.string().optional(),
  expiresAt: z.number().optional(),
  /** The shard of the event's seats that theirs is counted in; while it is set, the seat is theirs. */
  seat: z.number().int().optional(),
  waitingSince: z.string().optional(),
  /** Until when a seat that is on offer may be accepted, and how many offers there have been. */
  offeredUntil: z.string().optional(),
  offers: z.number().int().optional(),
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

/** Which pending participation a link confirms. */
export interface Confirming {
  person: PersonHash;
  scope: ActionScope;
  generation: number;
}

/** What a confirmation came to, or the item as it stands where it was not to be confirmed (undefined: there is none). */
export type ConfirmOutcome = { confirmed: Participation } | { stands: Participation | undefined };

/**
 * The main path of a confirmation in one write, without a read: pending, of this generation and in time → confirmed.
 */
export async function confirmPending(
  table: Table,
  confirming: Confirming,
  now: Date,
): Promise<ConfirmOutcome> {
  const place = registrantsPlace(confirming.person, confirming.scope, now.toISOString());
  const set = { state: "confirmed", confirmedAt: now.toISOString(), ...place } as const;
  return runConfirmation(table, confirmation(table, confirming, { set, now }));
}

/** Runs the write of a confirmation by itself. */
export async function runConfirmation(
  { client }: Table,
  update: ReturnType<typeof confirmation>,
): Promise<ConfirmOutcome> {
  try {
    const { Attributes } = await client.send(new UpdateItemCommand({ ...update, ReturnValues: "ALL_NEW" }));
    return { confirmed: readParticipation(plain(Attributes ?? {})) };
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return { stands: error.Item && readParticipation(plain(error.Item)) };
  }
}

/** The write that takes a pending participation of this generation, in time and not an organization's, to what `set` says. */
export function confirmation(
  { name: TableName }: Table,
  { person, scope, generation }: Confirming,
  { set, now }: { set: Partial<Participation>; now: Date },
) {
  const names = Object.keys(set);
  return {
    TableName,
    Key: stored({ ...participationKey(person, scope) }),
    UpdateExpression: `SET changedAt = :at, ${names.map((name) => `#${name} = :${name}`).join(", ")}
      REMOVE expiresAt ADD version :one`,
    ConditionExpression: `#state = :pending AND generation = :generation AND expiresAt > :now
      AND attribute_not_exists(signature.organization)`,
    ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
    ExpressionAttributeValues: stored({
      ...Object.fromEntries(Object.entries(set).map(([name, value]) => [`:${name}`, value])),
      ":pending": "pending",
      ":generation": generation,
      ":now": Math.floor(now.getTime() / 1000),
      ":at": now.toISOString(),
      ":one": 1,
    }),
    ReturnValuesOnConditionCheckFailure: "ALL_OLD",
  } as const;
}

/** Keeps a consent that was given after the signup. It is no change of state, so neither version nor list changes. */
export async function giveConsent(
  { client, name: TableName }: Table,
  { person, scope }: Pick<Participation, "person" | "scope">,
  consent: z.infer<typeof Consent>,
): Promise<void> {
  await client.send(
    new UpdateItemCommand({
      TableName,
      Key: stored({ ...participationKey(person, scope) }),
      UpdateExpression: "SET consent = :consent",
      ConditionExpression: "attribute_exists(pk)",
      ExpressionAttributeValues: stored({ ":consent": consent }),
    }),
  );
}

/**
 * Takes from a participation what it says of its person beyond that it was: whose country, who sent them, what they agreed
 * to. Only once it counts nowhere: breakdowns are recounted from these. Twice is as once.
 */
export async function strip(
  { client, name: TableName }: Table,
  { person, scope }: Pick<Participation, "person" | "scope">,
): Promise<void> {
  try {
    await client.send(
      new UpdateItemCommand({
        TableName,
        Key: stored({ ...participationKey(person, scope) }),
        UpdateExpression: "REMOVE country, #source, consent, noReminders",
        ConditionExpression: "#state IN (:withdrawn, :expired)",
        ExpressionAttributeNames: { "#state": "state", "#source": "source" },
        ExpressionAttributeValues: stored({ ":withdrawn": "withdrawn", ":expired": "expired" }),
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}
