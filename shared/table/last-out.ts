import { ConditionalCheckFailedException, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { itemsAt } from "./items-at.ts";
import { lastOutKey } from "./keys.ts";
import { stored, type Table } from "./table.ts";

export const mailQueueNames = ["confirmation", "bulk"] as const;
export type MailQueueName = (typeof mailQueueNames)[number];

/**
 * The mail that went out last of a queue: when, and how long it had been owed, in seconds. Of queues that are worked off in
 * turn that is how long one waits in them; and where something waits while nothing goes out, `at` says since when.
 */
export const LastOut = z.object({ at: z.iso.datetime(), waitedSeconds: z.number().int().nonnegative() });
export type LastOut = z.infer<typeof LastOut>;

const Stored = LastOut.extend({ pk: z.string() });

/** Notes it, unless a later one is noted already. One write unit. */
export async function noteLastOut(
  { client, name: TableName }: Table,
  queue: MailQueueName,
  { at, waitedSeconds }: LastOut,
): Promise<void> {
  try {
    await client.send(
      new UpdateItemCommand({
        TableName,
        Key: stored({ ...lastOutKey(queue) }),
        UpdateExpression: "SET #at = :at, waitedSeconds = :waited",
        ConditionExpression: "attribute_not_exists(#at) OR #at < :at",
        ExpressionAttributeNames: { "#at": "at" },
        ExpressionAttributeValues: stored({ ":at": at, ":waited": waitedSeconds }),
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}

/** The last of each queue; none of one that nothing has left yet. One read unit. */
export async function lastsOut(table: Table): Promise<Map<MailQueueName, LastOut>> {
  const found = (await itemsAt(table, mailQueueNames.map(lastOutKey))).map((item) => Stored.parse(item));
  return new Map(
    mailQueueNames.flatMap((queue) => {
      const { pk } = lastOutKey(queue);
      const last = found.find((item) => item.pk === pk);
      return last ? [[queue, LastOut.parse(last)] as const] : [];
    }),
  );
}
