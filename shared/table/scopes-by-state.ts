import { QueryCommand } from "@aws-sdk/client-dynamodb";
import { listKey } from "./keys.ts";
import { ScopeItem } from "./scope.ts";
import { listsIndex, plain, type StoredItem, stored, type Table } from "./table.ts";

/** Every scope of a kind in a state, by date; for the staff. Half a read unit for each 4 KB of them. */
export async function scopesByState<Kind extends ScopeItem["kind"]>(
  { client, name: TableName }: Table,
  kind: Kind,
  state: ScopeItem["state"],
): Promise<Extract<ScopeItem, { kind: Kind }>[]> {
  const items: ScopeItem[] = [];
  let ExclusiveStartKey: StoredItem | undefined;
  do {
    const answer = await client.send(
      new QueryCommand({
        TableName,
        IndexName: listsIndex,
        KeyConditionExpression: "listPk = :list",
        ExpressionAttributeValues: stored({ ":list": listKey(`${kind}s.${state}`, 0) }),
        ExclusiveStartKey,
      }),
    );
    items.push(...(answer.Items ?? []).map((item) => ScopeItem.parse(plain(item))));
    ExclusiveStartKey = answer.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return items.filter((item): item is Extract<ScopeItem, { kind: Kind }> => item.kind === kind);
}
