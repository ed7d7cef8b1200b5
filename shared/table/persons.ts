import { BatchGetItemCommand } from "@aws-sdk/client-dynamodb";
import type { PersonHash } from "../domain/person-hash.ts";
import { personKey } from "./keys.ts";
import { type Person, readPerson } from "./person.ts";
import { plain, type StoredItem, stored, type Table } from "./table.ts";

export type { Person };

const itemsAtOnce = 100;

/** People by their hash; those who were forgotten are not in it. Half a read unit each. */
export async function personsNamed(
  table: Table,
  people: readonly PersonHash[],
): Promise<Map<PersonHash, Person>> {
  const wanted = [...new Set(people)];
  const parts = Array.from({ length: Math.ceil(wanted.length / itemsAtOnce) }, (_, i) =>
    wanted.slice(i * itemsAtOnce, (i + 1) * itemsAtOnce),
  );
  const found = (await Promise.all(parts.map((part) => readPart(table, part)))).flat();
  return new Map(found.map((person) => [person.pk.slice("PERSON#".length), person]));
}

async function readPart({ client, name }: Table, people: readonly PersonHash[]): Promise<Person[]> {
  const persons: Person[] = [];
  let Keys: StoredItem[] = people.map((person) => stored({ ...personKey(person) }));
  for (let attempt = 0; Keys.length > 0; attempt++) {
    if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, Math.min(1000, 20 * 2 ** attempt)));
    const answer = await client.send(new BatchGetItemCommand({ RequestItems: { [name]: { Keys } } }));
    persons.push(...(answer.Responses?.[name] ?? []).map((item) => readPerson(plain(item))));
    Keys = answer.UnprocessedKeys?.[name]?.Keys ?? [];
  }
  return persons;
}
