import {
  GetItemCommand,
  type Put,
  QueryCommand,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { ChangedMeanwhile } from "../domain/refused.ts";
import type { ActionScope } from "../domain/scope.ts";
import { textDigest } from "../domain/text-version.ts";
import { scopeKey, textKey } from "./keys.ts";
import { type Signable, scopePlace, TextVersion } from "./scope.ts";
import { plain, stored, type Table } from "./table.ts";

/**
 * One language of one version of a pledge's or a statement's text. It may be rewritten until its version is published,
 * which is before anybody can sign it; from then on it never changes.
 */
export const Text = z.object({
  pk: z.string(),
  sk: z.string(),
  entity: z.literal("text"),
  scope: z.custom<ActionScope>((value) => typeof value === "string"),
  version: z.number().int().positive(),
  locale: z.string(),
  text: z.string(),
  sha256: z.string(),
  changedAt: z.string(),
});
export type Text = z.infer<typeof Text>;

/** The number of the version that is in force; 0 where none has been published. */
export function currentVersion({ versions }: Pick<Signable, "versions">): number {
  return versions.at(-1)?.version ?? 0;
}

export async function textOf(
  { client, name: TableName }: Table,
  { scope, version, locale }: Pick<Text, "scope" | "version" | "locale">,
): Promise<Text | undefined> {
  const Key = stored({ ...textKey(scope, version, locale) });
  const { Item } = await client.send(new GetItemCommand({ TableName, Key }));
  return Item && Text.parse(plain(Item));
}

/** All languages of a version, published or not. */
export async function textsOf(
  { client, name: TableName }: Table,
  scope: ActionScope,
  version: number,
): Promise<Text[]> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: "pk = :pk AND begins_with(sk, :version)",
      ExpressionAttributeValues: stored({ ":pk": scopeKey(scope).pk, ":version": `TEXT#${version}#` }),
      ConsistentRead: true,
    }),
  );
  return Items.map((item) => Text.parse(plain(item)));
}

/** What was read of a scope, and what else belongs into the same transaction (the audit entry). */
export interface Change {
  before: Signable;
  with: readonly TransactWriteItem[];
}

/**
 * Writes one language of the next version. The scope's own version rises with it, so that a publishing that has read the
 * languages before this one fails instead of leaving it out. Throws `ChangedMeanwhile`.
 */
export async function writeText(
  table: Table,
  { before, with: others }: Change,
  { locale, text, now }: { locale: string; text: string; now: Date },
): Promise<Text> {
  const version = currentVersion(before) + 1;
  const item: Text = {
    ...textKey(before.scope, version, locale),
    entity: "text",
    scope: before.scope,
    version,
    locale,
    text,
    sha256: textDigest(text),
    changedAt: now.toISOString(),
  };
  const Item = stored(Text.parse(item));
  await commit(table, [
    { Put: { TableName: table.name, Item } satisfies Put },
    { Update: raised(table, before) },
    ...others,
  ]);
  return item;
}

/** Takes one language out of the next version; what is in force has its own. Throws `ChangedMeanwhile`. */
export async function removeText(
  table: Table,
  { before, with: others }: Change,
  locale: string,
): Promise<void> {
  const Key = stored({ ...textKey(before.scope, currentVersion(before) + 1, locale) });
  await commit(table, [
    { Delete: { TableName: table.name, Key } },
    { Update: raised(table, before) },
    ...others,
  ]);
}

/** Puts the next version in force with the languages that were read. Throws `ChangedMeanwhile`. */
export async function publishVersion(
  table: Table,
  { before, with: others }: Change,
  version: TextVersion,
): Promise<void> {
  const { version: next, ...published } = TextVersion.parse(version);
  const update = raised(table, before);
  // The first version is what a draft waits for.
  const state = before.state === "draft" ? "published" : before.state;
  await commit(table, [
    {
      Update: {
        ...update,
        UpdateExpression:
          "SET versions = list_append(versions, :published), #version = :next, #state = :state, listPk = :listPk",
        ExpressionAttributeNames: { ...update.ExpressionAttributeNames, "#state": "state" },
        ExpressionAttributeValues: {
          ...update.ExpressionAttributeValues,
          ...stored({
            ":published": [{ version: next, ...published }],
            ":state": state,
            ":listPk": scopePlace({ ...before, state }, "").listPk,
          }),
        },
      },
    },
    ...others,
  ]);
}

/** The start of a change to a scope on the condition that it is as it was read. */
export function raised({ name: TableName }: Table, { scope, version }: Signable) {
  return {
    TableName,
    Key: stored({ ...scopeKey(scope) }),
    UpdateExpression: "SET #version = :next",
    ConditionExpression: "#version = :before",
    ExpressionAttributeNames: { "#version": "version" },
    ExpressionAttributeValues: stored({ ":before": version, ":next": version + 1 }),
  };
}

/** Runs a transaction whose lost race is `ChangedMeanwhile`. */
export async function commit({ client }: Table, TransactItems: TransactWriteItem[]): Promise<void> {
  try {
    await client.send(new TransactWriteItemsCommand({ TransactItems }));
  } catch (error) {
    const failed =
      error instanceof TransactionCanceledException &&
      error.CancellationReasons?.some(({ Code }) => Code === "ConditionalCheckFailed");
    if (failed) throw new ChangedMeanwhile();
    throw error;
  }
}
