import { BatchGetItemCommand, type TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { nameIdentity } from "../domain/organization-name.ts";
import { organizationKey } from "./keys.ts";
import type { Member } from "./member.ts";
import { plain, stored, type Table } from "./table.ts";

/**
 * A name or domain belongs to one member: an item under the normalised text, written on the condition that nobody else
 * holds it. Claims are taken when an application is confirmed, so that nobody can block a name by filling in a form.
 */
export function claimsOf({ kind, name, domain }: Pick<Member, "kind" | "name" | "domain">): string[] {
  if (kind === "expert") return [];
  return [nameIdentity(name), ...(domain ? [domain] : [])];
}

export function claiming(
  { name: TableName }: Table,
  claims: readonly string[],
  member: string,
): TransactWriteItem[] {
  return claims.map((claim) => ({
    Put: {
      TableName,
      Item: stored({ ...organizationKey(claim), entity: "claim", member }),
      ConditionExpression: "attribute_not_exists(pk) OR #member = :member",
      ExpressionAttributeNames: { "#member": "member" },
      ExpressionAttributeValues: stored({ ":member": member }),
    },
  }));
}

/** Gives claims back. Only one's own: the condition keeps a late release from taking somebody else's. */
export function releasing(
  { name: TableName }: Table,
  claims: readonly string[],
  member: string,
): TransactWriteItem[] {
  return claims.map((claim) => ({
    Delete: {
      TableName,
      Key: stored({ ...organizationKey(claim) }),
      ConditionExpression: "attribute_not_exists(pk) OR #member = :member",
      ExpressionAttributeNames: { "#member": "member" },
      ExpressionAttributeValues: stored({ ":member": member }),
    },
  }));
}

/** Who holds these claims, in their order; undefined where nobody does. Half a unit each, a unit read consistently. */
export async function holdersOf(
  { client, name }: Table,
  claims: readonly string[],
): Promise<(string | undefined)[]> {
  if (claims.length === 0) return [];
  const Keys = claims.map((claim) => stored({ ...organizationKey(claim) }));
  const { Responses } = await client.send(
    new BatchGetItemCommand({ RequestItems: { [name]: { Keys, ConsistentRead: true } } }),
  );
  const found = new Map(
    (Responses?.[name] ?? []).map(plain).map(({ pk, member }) => [String(pk), String(member)]),
  );
  return claims.map((claim) => found.get(organizationKey(claim).pk));
}
