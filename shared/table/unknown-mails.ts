import { ConditionalCheckFailedException, QueryCommand, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { listKey } from "./keys.ts";
import { Mail, unknownBuckets } from "./mail.ts";
import { listsIndex, plain, stored, type Table } from "./table.ts";

/** Mails that have stood in the list of unknown outcomes since before `until` (ISO, UTC), oldest first, at most `limit`. */
export async function unknownMails(table: Table, until: string, limit: number): Promise<Mail[]> {
  const buckets = Array.from({ length: unknownBuckets }, (_, bucket) => listKey("mails.unknown", bucket));
  const lists = await Promise.all(buckets.map((list) => unknownIn(table, { list, until, limit })));
  return lists.flat();
}

async function unknownIn(
  { client, name: TableName }: Table,
  { list, until, limit }: { list: string; until: string; limit: number },
): Promise<Mail[]> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName,
      IndexName: listsIndex,
      KeyConditionExpression: "listPk = :list AND listSk < :until",
      ExpressionAttributeValues: stored({ ":list": list, ":until": until }),
      Limit: limit,
    }),
  );
  return Items.map((item) => Mail.parse(plain(item)));
}

/**
 * Gives a mail of unknown outcome its one more try. It stays in the list, as of now, until the try has an end: were its
 * message lost, it is found again. False where it is settled by now or has had its try.
 */
export async function allowAgain(table: Table, mail: Mail, now: Date): Promise<boolean> {
  const tried =
    mail.state === "again" ? "#state = :again" : "#state = :unknown AND attribute_not_exists(again)";
  return change(table, mail, {
    UpdateExpression: "SET #state = :again, again = :yes, listSk = :place",
    ConditionExpression: tried,
    ExpressionAttributeValues: stored({
      ":again": "again",
      ":yes": true,
      ":place": `${now.toISOString()}#${mail.pk}`,
      ...(mail.state !== "again" && { ":unknown": "unknown" }),
    }),
  });
}

/** Takes a mail out of the list, in the state that it was read in. What is still unknown then stays so for good. */
export async function leaveUnknown(table: Table, mail: Mail): Promise<boolean> {
  return change(table, mail, {
    UpdateExpression: "REMOVE listPk, listSk, owed",
    ConditionExpression: "#state = :state AND claim = :claim",
    ExpressionAttributeValues: stored({ ":state": mail.state, ":claim": mail.claim }),
  });
}

type Change = Pick<
  ConstructorParameters<typeof UpdateItemCommand>[0],
  "UpdateExpression" | "ConditionExpression" | "ExpressionAttributeValues"
>;

async function change({ client, name: TableName }: Table, { pk, sk }: Mail, made: Change): Promise<boolean> {
  try {
    await client.send(
      new UpdateItemCommand({
        TableName,
        Key: stored({ pk, sk }),
        ...made,
        ExpressionAttributeNames: { "#state": "state" },
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
