import { ConditionalCheckFailedException, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import type { ToldState } from "../mail/feedback.ts";
import { mailKey } from "./keys.ts";
import type { Mail, MailState } from "./mail.ts";
import { stored, type Table } from "./table.ts";

/** The states that a told one overrules; so events may come twice and in any order. */
const overruled: Record<ToldState, MailState[]> = {
  sent: ["claimed", "unknown", "again"],
  refused: ["claimed", "unknown", "again", "sent"],
  delivered: ["claimed", "unknown", "again"],
  bounced: ["claimed", "unknown", "again", "sent", "delivered"],
  complained: ["claimed", "unknown", "again", "sent", "delivered", "bounced"],
};

/**
 * That a mail went out or arrived is what nearly every event says, and changes nothing where the mailer knows it: such
 * a mail is not written again (`delivered` stands only where the answer was lost), which saves a write unit a mail.
 */
export function changes(told: ToldState, mail: Pick<Mail, "state"> | undefined): boolean {
  return mail !== undefined && overruled[told].includes(mail.state);
}

/** Records what SES told of a mail; false where that is known already, overruled, or of no mail of ours. */
export async function settleAsTold(
  { client, name: TableName }: Table,
  key: string,
  { state, outcome }: { state: ToldState; outcome?: string | undefined },
): Promise<boolean> {
  const before = overruled[state];
  const states = Object.fromEntries(before.map((known, i) => [`:before${i}`, known]));
  try {
    await client.send(
      new UpdateItemCommand({
        TableName,
        Key: stored({ ...mailKey(key) }),
        UpdateExpression: `SET #state = :state${outcome ? ", outcome = :outcome" : ""} REMOVE owed, listPk, listSk`,
        ConditionExpression: `#state IN (${Object.keys(states).join(", ")})`,
        ExpressionAttributeNames: { "#state": "state" },
        ExpressionAttributeValues: stored({ ":state": state, ":outcome": outcome, ...states }),
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
