import {
  ConditionalCheckFailedException,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { eventStates } from "../domain/event-states.ts";
import type { ActionScope, CampaignScope } from "../domain/scope.ts";
import { listKey, scopeKey } from "./keys.ts";
import { Picture } from "./picture.ts";
import { listsIndex, plain, stored, type Table } from "./table.ts";

/** A text in the languages that it is written in; English is always there. */
export const Texts = z
  .record(z.string(), z.string())
  .refine((texts) => texts.en !== undefined, "english-missing");

/** A text in the languages that it is written in: one at least, whichever. */
const OwnTexts = z
  .record(z.string(), z.string())
  .refine((texts) => Object.keys(texts).length > 0, "required");

const common = {
  pk: z.string(),
  sk: z.literal("DETAILS"),
  entity: z.literal("scope"),
  slug: z.string(),
  title: Texts,
  summary: Texts,
  state: z.enum(eventStates),
  version: z.number().int(),
  listPk: z.string(),
  listSk: z.string(),
};

/** A named effort with a goal and dates; `starts` and `ends` are days. `sources` names the sources counted apart. */
export const Campaign = z.object({
  ...common,
  kind: z.literal("campaign"),
  scope: z.custom<CampaignScope>((value) => typeof value === "string"),
  goal: z.number().int().positive().nullable(),
  starts: z.iso.date(),
  ends: z.iso.date(),
  /** Whom its mails come from, where that is not its title. */
  senderName: z.string().optional(),
  sources: z.array(z.string()),
  /** An event that a member proposes is published when its address is confirmed; all others wait for an organizer. */
  publishesMembersEvents: z.boolean().optional(),
});
export type Campaign = z.infer<typeof Campaign>;

/**
 * An event. `starts` and `ends` are local times of its place (no offset), `startsAt` and `endsAt` the same in UTC;
 * `sequence` is iCalendar's: it rises with every change that calendars must hear of.
 */
export const Event = z.object({
  ...common,
  title: OwnTexts,
  summary: OwnTexts,
  kind: z.literal("event"),
  scope: z.custom<ActionScope>((value) => typeof value === "string"),
  campaign: z.custom<CampaignScope>((value) => typeof value === "string"),
  starts: z.string(),
  ends: z.string(),
  timeZone: z.string(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  online: z.boolean(),
  place: z.object({ name: z.string(), country: z.string() }).optional(),
  capacity: z.number().int().positive().nullable(),
  /** Over how many items its seats are spread; one where it is not said. Never changes. */
  seatShards: z.number().int().positive().optional(),
  /** Set while its limit is given or taken away: to what, and since when; see `seating.ts`. */
  seating: z.object({ to: z.enum(["limit", "no-limit"]), since: z.string() }).optional(),
  /** How many hours somebody has to accept a seat that got free. */
  offerHours: z.number().int().positive().optional(),
  sequence: z.number().int(),
  /** Markdown as it was written, by language. */
  description: OwnTexts.optional(),
  /** The same as HTML of a safe subset, made where it was taken in, so that showing it needs no parser. */
  descriptionHtml: OwnTexts.optional(),
  languages: z.array(z.string()).optional(),
  /** For those who are registered, and in no public answer. */
  joinLink: z.string().optional(),
  organizer: z.string().optional(),
  /** The id of the member that organizes it, as its contact has shown. */
  member: z.string().optional(),
  accessibility: z.string().optional(),
  /** Drawn anew, with what it shows in words, by language. */
  picture: Picture.extend({ alt: OwnTexts }).optional(),
  /** Who proposed it, how often they asked for the mail to confirm, and in which language they read. */
  proposer: z.string().optional(),
  proposerLocale: z.string().optional(),
  asks: z.number().int().optional(),
  /** How often an organizer asked back, and what was said with the last decision. */
  questions: z.number().int().optional(),
  reason: z.string().optional(),
  /** How often its organizer was asked how many came, and when somebody last said it. */
  reportAsks: z.number().int().optional(),
  reportedAt: z.string().optional(),
  changedAt: z.string().optional(),
  /** A proposal whose address is not confirmed is cleaned up then, in seconds since 1970. */
  expiresAt: z.number().optional(),
});
export type Event = z.infer<typeof Event>;

/** A text in one language, as signatures name it. The text itself lies beside, see `text.ts`. */
export const NamedText = z.object({ version: z.number().int(), locale: z.string(), sha256: z.string() });

/** A version that has been published. `note` says what changed from the one before. */
export const TextVersion = z.object({
  version: z.number().int().positive(),
  publishedAt: z.iso.datetime(),
  note: Texts.optional(),
  texts: z.array(NamedText),
});
export type TextVersion = z.infer<typeof TextVersion>;

/**
 * What pledges and statements have in common. `versions` are the published ones, oldest first; the last is the current
 * one. `closesAt` is when signing ends, in UTC; null where it is left to the staff.
 */
const signable = {
  ...common,
  scope: z.custom<ActionScope>((value) => typeof value === "string"),
  campaign: z.custom<CampaignScope>((value) => typeof value === "string"),
  versions: z.array(TextVersion),
  closesAt: z.iso.datetime().nullable(),
};

/** A promise. After `askAfterDays` each signatory is asked whether it was kept, and `askAgainAfterDays` later once more. */
export const Pledge = z.object({
  ...signable,
  kind: z.literal("pledge"),
  askAfterDays: z.number().int().positive(),
  askAgainAfterDays: z.number().int().positive(),
});
export type Pledge = z.infer<typeof Pledge>;

/** What was fixed when a statement was closed: when, and the digest over its texts and its list; see `frozen.ts`. */
export const Freeze = z.object({
  at: z.iso.datetime(),
  sha256: z.string(),
  signatures: z.number().int(),
});
export type Freeze = z.infer<typeof Freeze>;

/** A text that organizations and experts sign together. */
export const Statement = z.object({ ...signable, kind: z.literal("statement"), frozen: Freeze.optional() });
export type Statement = z.infer<typeof Statement>;

/** What is signed. */
export type Signable = Pledge | Statement;
export type SignableKind = Signable["kind"];

export function isSignable(item: ScopeItem | undefined): item is Signable {
  return item?.kind === "pledge" || item?.kind === "statement";
}

export const ScopeItem = z.discriminatedUnion("kind", [Campaign, Event, Pledge, Statement]);
export type ScopeItem = z.infer<typeof ScopeItem>;

/** The states in which the public may know of a scope. */
export const publicStates = ["published", "closed", "cancelled"] as const;

export function isPublic({ state }: Pick<ScopeItem, "state">): boolean {
  return publicStates.some((known) => known === state);
}

/** The attributes of a scope's place in the lists: by kind and state, then by date. */
export function scopePlace(item: Pick<ScopeItem, "kind" | "state" | "scope">, date: string) {
  return { listPk: listKey(`${item.kind}s.${item.state}`, 0), listSk: `${date}#${item.scope}` };
}

export async function scopeDetails(
  { client, name: TableName }: Table,
  scope: CampaignScope | ActionScope,
  { consistent = false }: { consistent?: boolean } = {},
): Promise<ScopeItem | undefined> {
  const Key = stored({ ...scopeKey(scope) });
  const { Item } = await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: consistent }));
  return Item && ScopeItem.parse(plain(Item));
}

export async function eventDetails(table: Table, slug: string): Promise<Event | undefined> {
  const item = await scopeDetails(table, `event.${slug}`);
  return item?.kind === "event" ? item : undefined;
}

export async function campaignDetails(table: Table, scope: CampaignScope): Promise<Campaign | undefined> {
  const item = await scopeDetails(table, scope);
  return item?.kind === "campaign" ? item : undefined;
}

/** Adds a scope; false where its slug is taken, and then nothing is changed. */
export async function addScope({ client, name: TableName }: Table, item: ScopeItem): Promise<boolean> {
  try {
    const Item = stored(ScopeItem.parse(item));
    await client.send(
      new PutItemCommand({ TableName, Item, ConditionExpression: "attribute_not_exists(pk)" }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

export interface ListPage {
  /** The last one's `listSk`. */
  after?: string | undefined;
  limit?: number;
  /** The latest first; `after` is then the last one's, too. */
  backwards?: boolean;
}

/** A page of the published scopes of a kind, by date; at most `limit`. */
export function publishedScopes(
  table: Table,
  kind: ScopeItem["kind"],
  page: ListPage = {},
): Promise<ScopeItem[]> {
  return scopesIn(table, { kind, state: "published" }, page);
}

/** A page of the scopes of a kind in a state, by date. */
export async function scopesIn(
  { client, name: TableName }: Table,
  { kind, state }: Pick<ScopeItem, "kind" | "state">,
  { after, limit = 50, backwards = false }: ListPage = {},
): Promise<ScopeItem[]> {
  const behind = backwards ? "listSk < :after" : "listSk > :after";
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName,
      IndexName: listsIndex,
      KeyConditionExpression: after ? `listPk = :list AND ${behind}` : "listPk = :list",
      ExpressionAttributeValues: stored({ ":list": listKey(`${kind}s.${state}`, 0), ":after": after }),
      ScanIndexForward: !backwards,
      Limit: limit,
    }),
  );
  return Items.map((item) => ScopeItem.parse(plain(item)));
}
