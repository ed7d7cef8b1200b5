import {
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import { Member } from "./member.ts";
import { stored, type Table } from "./table.ts";

/** A member to be stored in the place of the one that it was made from; `before` is undefined for a first one. */
export interface MemberChange {
  before: Member | undefined;
  after: Member;
}

export function puttingMember(
  { name: TableName }: Table,
  { before, after }: MemberChange,
): TransactWriteItem {
  const condition = before
    ? {
        ConditionExpression: "version = :version AND asks = :asks",
        ExpressionAttributeValues: stored({ ":version": before.version, ":asks": before.asks }),
      }
    : { ConditionExpression: "attribute_not_exists(pk)" };
  return { Put: { TableName, Item: stored(Member.parse(after)), ...condition } };
}

/** How a change ended: `changed` means that somebody else was first, `claimed` that a name or domain is another's. */
export type Changed = "done" | "changed" | "claimed";

/**
 * Stores changed members and all that goes with them (contacts, claims, the audit entry), all or nothing; two write units
 * an item. The members come first, so that a cancelled transaction tells by its reasons what stood in the way.
 */
export async function changeMembers(
  table: Table,
  members: readonly MemberChange[],
  others: readonly TransactWriteItem[] = [],
): Promise<Changed> {
  const TransactItems = [...members.map((change) => puttingMember(table, change)), ...others];
  try {
    await table.client.send(new TransactWriteItemsCommand({ TransactItems }));
    return "done";
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    const failed = (error.CancellationReasons ?? []).map(({ Code }) => Code === "ConditionalCheckFailed");
    if (failed.slice(0, members.length).includes(true)) return "changed";
    if (failed.includes(true)) return "claimed";
    return "changed";
  }
}
