import { GetItemCommand, type TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { ActionScope, CampaignScope } from "../domain/scope.ts";
import { reportKey } from "./keys.ts";
import { plain, stored, type Table } from "./table.ts";

/** How many came to an event, as its organizer says, and what shows it. Counted as `reported`, apart from people and actions. */
export const Report = z.object({
  pk: z.string(),
  sk: z.literal("REPORT"),
  entity: z.literal("report"),
  scope: z.custom<ActionScope>((value) => typeof value === "string"),
  campaign: z.custom<CampaignScope>((value) => typeof value === "string"),
  reported: z.number().int().nonnegative(),
  evidence: z.string(),
  version: z.number().int(),
  reportedAt: z.string(),
});
export type Report = z.infer<typeof Report>;

export async function reportOn(
  { client, name: TableName }: Table,
  scope: ActionScope,
): Promise<Report | undefined> {
  const Key = stored({ ...reportKey(scope) });
  const { Item } = await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
  return Item && Report.parse(plain(Item));
}

/** The write that puts a report in the place of an earlier one (or of none), to go with the entry of the audit list. */
export function reporting(
  { name: TableName }: Table,
  before: Report | undefined,
  report: Omit<Report, "pk" | "sk" | "entity" | "version">,
): TransactWriteItem {
  const item: Report = {
    ...reportKey(report.scope),
    sk: "REPORT",
    entity: "report",
    version: (before?.version ?? 0) + 1,
    ...report,
  };
  const condition = before
    ? {
        ConditionExpression: "version = :version",
        ExpressionAttributeValues: stored({ ":version": before.version }),
      }
    : { ConditionExpression: "attribute_not_exists(pk)" };
  return { Put: { TableName, Item: stored(item), ...condition } };
}
