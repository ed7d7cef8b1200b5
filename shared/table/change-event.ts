import {
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import { ChangedMeanwhile, TooBusy } from "../domain/refused.ts";
import { type Act, auditing } from "./audit.ts";
import { Event, scopePlace } from "./scope.ts";
import { stored, type Table } from "./table.ts";

/** A change of an event, with the entry of the audit list that tells of it and whatever else must be so as well. */
export interface EventChange {
  before: Event;
  after: Event;
  act?: { act: Act; at: Date; id: string } | undefined;
  also?: readonly TransactWriteItem[];
}

const attempts = 6;

/**
 * Puts a changed event in the place of the version that it was made from, all or nothing. Throws `ChangedMeanwhile`
 * where somebody else has changed it (or what goes with it) since, `TooBusy` where others were faster at every try.
 */
export async function changeEvent(table: Table, change: EventChange): Promise<Event> {
  const { before, after, act, also = [] } = change;
  const next = Event.parse({
    ...after,
    version: before.version + 1,
    ...scopePlace(after, after.startsAt),
  });
  const put: TransactWriteItem = {
    Put: {
      TableName: table.name,
      Item: stored(next),
      ConditionExpression: "version = :version",
      ExpressionAttributeValues: stored({ ":version": before.version }),
    },
  };
  const noted = act ? [auditing(table, act.act, { at: act.at, id: act.id })] : [];
  const TransactItems = [put, ...noted, ...also];
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (await committed(table, TransactItems)) return next;
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 50 * 2 ** attempt));
  }
  throw new TooBusy();
}

/** False where it met other transactions on the same items at this moment, such as seats being taken. */
async function committed({ client }: Table, TransactItems: TransactWriteItem[]): Promise<boolean> {
  try {
    await client.send(new TransactWriteItemsCommand({ TransactItems }));
    return true;
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code);
    if (codes.includes("ConditionalCheckFailed")) throw new ChangedMeanwhile();
    // What is wrong with a write is no matter of trying again.
    if (codes.includes("ValidationError")) throw error;
    return false;
  }
}
