import { QueryCommand } from "@aws-sdk/client-dynamodb";
import { counts } from "../domain/participation-states.ts";
import type { ActionScope } from "../domain/scope.ts";
import { listBuckets, listKey } from "./keys.ts";
import type { Audience } from "./news.ts";
import { type Participation, readParticipation } from "./participation.ts";
import { listsIndex, plain, stored, type Table } from "./table.ts";

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
