import {
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import { ChangedMeanwhile, SlugTaken, TooBusy } from "../domain/refused.ts";
import { type Act, auditing } from "./audit.ts";
import { Campaign, scopePlace } from "./scope.ts";
import { stored, type Table } from "./table.ts";

/** Who did what to it, for the audit list. */
export interface Noted {
  act: Act;
  at: Date;
  id: string;
}

/** Stores a new campaign. Throws `SlugTaken`. */
export async function makeCampaign(table: Table, campaign: Campaign, noted: Noted): Promise<void> {
  const condition = { ConditionExpression: "attribute_not_exists(pk)" };
  await commit(table, [put(table, campaign, condition), auditing(table, noted.act, noted)], new SlugTaken());
}

/** Puts a changed campaign in the place of the version that it was made from. Throws `ChangedMeanwhile`. */
export async function changeCampaign(
  table: Table,
  { before, after }: { before: Campaign; after: Campaign },
  noted: Noted,
): Promise<Campaign> {
  const next = { ...after, version: before.version + 1, ...scopePlace(after, after.starts) };
  const condition = {
    ConditionExpression: "version = :version",
    ExpressionAttributeValues: stored({ ":version": before.version }),
  };
  await commit(
    table,
    [put(table, next, condition), auditing(table, noted.act, noted)],
    new ChangedMeanwhile(),
  );
  return next;
}

function put(
  { name: TableName }: Table,
  campaign: Campaign,
  condition: Pick<NonNullable<TransactWriteItem["Put"]>, "ConditionExpression" | "ExpressionAttributeValues">,
): TransactWriteItem {
  return { Put: { TableName, Item: stored(Campaign.parse(campaign)), ...condition } };
}

async function commit(
  { client }: Table,
  TransactItems: TransactWriteItem[],
  lost: ChangedMeanwhile | SlugTaken,
): Promise<void> {
  try {
    await client.send(new TransactWriteItemsCommand({ TransactItems }));
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    const isLost = error.CancellationReasons?.some(({ Code }) => Code === "ConditionalCheckFailed");
    throw isLost ? lost : new TooBusy();
  }
}
