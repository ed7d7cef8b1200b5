import { PutItemCommand, QueryCommand, type TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { auditKey, auditPlace } from "./keys.ts";
import { plain, stored, type Table } from "./table.ts";

/**
 * What somebody of the staff did: to what (`subject`: a scope, `member.<id>`, `export.<name>`), when, and why. `who` is
 * the user pool's id. No personal data of those it was done to.
 */
export const AuditEntry = z.object({
  pk: z.string(),
  sk: z.string(),
  entity: z.literal("audit"),
  subject: z.string(),
  at: z.string(),
  who: z.string(),
  act: z.string(),
  reason: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

export type Act = Pick<AuditEntry, "subject" | "who" | "act" | "reason" | "from" | "to">;

/** The entry as part of the transaction of what it tells of, so that neither is without the other. `id` is random. */
export function auditing(table: Table, act: Act, { at, id }: { at: Date; id: string }): TransactWriteItem {
  const moment = at.toISOString();
  const item = {
    ...auditKey(act.subject, moment, id),
    ...auditPlace(moment, id),
    ...{ entity: "audit", at: moment, ...act },
  };
  return { Put: { TableName: table.name, Item: stored(item) } };
}

/** Notes an act that changes nothing in the table itself, such as an export. */
export async function noteAct(table: Table, act: Act, when: { at: Date; id: string }): Promise<void> {
  const { Put } = auditing(table, act, when);
  if (Put) await table.client.send(new PutItemCommand({ TableName: table.name, Item: Put.Item }));
}

/** A page of what was done to a subject, newest first; `after` is the last entry's `sk`. */
export async function actsOn(
  { client, name: TableName }: Table,
  subject: string,
  { after, limit = 50 }: { after?: string | undefined; limit?: number } = {},
): Promise<AuditEntry[]> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: after ? "pk = :pk AND sk < :after" : "pk = :pk",
      ExpressionAttributeValues: stored({ ":pk": auditKey(subject, "", "").pk, ":after": after }),
      ScanIndexForward: false,
      Limit: limit,
    }),
  );
  return Items.map((item) => AuditEntry.parse(plain(item)));
}
