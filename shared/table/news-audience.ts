import { QueryCommand } from "@aws-sdk/client-dynamodb";
import { counts } from "../domain/participation-states.ts";
import type { ActionScope, CampaignScope } from "../domain/scope.ts";
import { listBuckets, listKey } from "./keys.ts";
import type { Audience } from "./news.ts";
import { type Participation, readParticipation } from "./participation.ts";
import { ScopeItem } from "./scope.ts";
import { listsIndex, plain, stored, type Table } from "./table.ts";

const actionLists = ["events", "pledges", "statements"].flatMap((kind) =>
  ["published", "closed", "cancelled"].map((state) => `${kind}.${state}`),
);

/** The actions of a campaign, whatever has become of them: who took part in one may have agreed to news. */
export async function actionsOf(table: Table, campaign: CampaignScope): Promise<ActionScope[]> {
  const lists = await Promise.all(actionLists.map((list) => scopesIn(table, list)));
  return lists.flatMap((items) =>
    items.flatMap((item) => (item.kind !== "campaign" && item.campaign === campaign ? [item.scope] : [])),
  );
}

async function scopesIn({ client, name: TableName }: Table, list: string): Promise<ScopeItem[]> {
  const found: ScopeItem[] = [];
  let ExclusiveStartKey: Record<string, never> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName,
        IndexName: listsIndex,
        KeyConditionExpression: "listPk = :list",
        ExpressionAttributeValues: stored({ ":list": listKey(list, 0) }),
        ExclusiveStartKey,
      }),
    );
    found.push(...Items.map((item) => ScopeItem.parse(plain(item))));
    ExclusiveStartKey = LastEvaluatedKey as typeof ExclusiveStartKey;
  } while (ExclusiveStartKey);
  return found;
}

/** The parts that a mailing is made in: each bucket of each action's list. */
export function partsOf(actions: readonly ActionScope[]): string[] {
  return actions.flatMap((scope) =>
    Array.from({ length: listBuckets }, (_, bucket) => listKey(scope, bucket)),
  );
}

export interface Page {
  /** Those in the page that the audience takes in. */
  found: Participation[];
  /** The last place in the list that was read; undefined at the list's end. */
  next: string | undefined;
}

/** A page of a list behind `after`. A list that grows meanwhile grows at its end, so that nobody is passed over. */
export async function audiencePage(
  { client, name: TableName }: Table,
  { list, after, limit }: { list: string; after: string | undefined; limit: number },
  audience: Audience,
): Promise<Page> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName,
      IndexName: listsIndex,
      KeyConditionExpression: after ? "listPk = :list AND listSk > :after" : "listPk = :list",
      ExpressionAttributeValues: stored({ ":list": list, ":after": after }),
      Limit: limit,
    }),
  );
  const page = Items.map((item) => readParticipation(plain(item)));
  const last = page.at(-1)?.listSk;
  return {
    found: page.filter((participation) => isFor(audience, participation)),
    next: page.length < limit ? undefined : last,
  };
}

/** Whether somebody is among those whom a mailing is for. Asked again before each mail is sent. */
export function isFor({ locales, countries }: Audience, participation: Participation): boolean {
  const { state, consent, locale, country } = participation;
  if (!counts(state) || consent?.updates !== true) return false;
  if (locales.length > 0 && !locales.includes(locale)) return false;
  return countries.length === 0 || (country !== undefined && countries.includes(country));
}
