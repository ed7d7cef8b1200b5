import { ConditionalCheckFailedException, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { dayOf } from "../domain/asks.ts";
import type { PersonHash } from "../domain/person-hash.ts";
import { TooBusy } from "../domain/refused.ts";
import type { ActionScope } from "../domain/scope.ts";
import { personKey } from "./keys.ts";
import { plain, stored, type Table } from "./table.ts";

/**
 * The only item with personal data. What was typed with a signup stands under that signup's scope, since nobody has
 * shown yet that the address is theirs: it is used only once that very participation is confirmed.
 */
export const Person = z.object({
  pk: z.string(),
  sk: z.literal("PROFILE"),
  entity: z.literal("person"),
  email: z.string(),
  createdAt: z.string(),
  changedAt: z.string(),
  askedOn: z.string(),
  asksToday: z.number(),
  names: z.record(z.string(), z.string()),
});
export type Person = z.infer<typeof Person>;

const namePrefix = "name@";

/** Reads a stored person; the names lie as `name@<scope>` attributes, so that one write adds one without reading. */
export function readPerson(item: Record<string, unknown>): Person {
  const names = Object.entries(item)
    .filter(([attribute]) => attribute.startsWith(namePrefix))
    .map(([attribute, name]) => [attribute.slice(namePrefix.length), name]);
  return Person.parse({ ...item, names: Object.fromEntries(names) });
}

export interface Signup {
  person: PersonHash;
  email: string;
  name?: string | undefined;
  scope: ActionScope | string;
}

/**
 * Notes that an address was given in a signup: makes the person or adds to them. One write unit, two on a second signup
 * of a day. Returns how many asks came for the address today, this one included.
 */
export async function noteSignup(table: Table, signup: Signup, now: Date): Promise<number> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const first = await tryNote(table, signup, now, "first-today");
    if (first !== undefined) return first;
    const further = await tryNote(table, signup, now, "again-today");
    if (further !== undefined) return further;
  }
  throw new TooBusy();
}

const conditions = {
  "first-today": {
    set: "askedOn = :today, asksToday = :one",
    when: "attribute_not_exists(askedOn) OR askedOn <> :today",
  },
  "again-today": { set: "asksToday = asksToday + :one", when: "askedOn = :today" },
};

async function tryNote(
  { client, name: TableName }: Table,
  { person, email, name, scope }: Signup,
  now: Date,
  way: keyof typeof conditions,
): Promise<number | undefined> {
  const { set, when } = conditions[way];
  try {
    const answer = await client.send(
      new UpdateItemCommand({
        TableName,
        Key: stored({ ...personKey(person) }),
        UpdateExpression: `SET entity = :entity, email = if_not_exists(email, :email), changedAt = :now,
          createdAt = if_not_exists(createdAt, :now), ${set}${name ? ", #name = :name" : ""}`,
        ConditionExpression: when,
        ...(name && { ExpressionAttributeNames: { "#name": `${namePrefix}${scope}` } }),
        ExpressionAttributeValues: stored({
          ":entity": "person",
          ":email": email,
          ":now": now.toISOString(),
          ":today": dayOf(now),
          ":one": 1,
          ":name": name,
        }),
        ReturnValues: "UPDATED_NEW",
      }),
    );
    return z.number().parse(plain(answer.Attributes ?? {}).asksToday);
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined;
    throw error;
  }
}
