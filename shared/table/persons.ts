import type { PersonHash } from "../domain/person-hash.ts";
import { itemsAt } from "./items-at.ts";
import { personKey } from "./keys.ts";
import { type Person, readPerson } from "./person.ts";
import type { Table } from "./table.ts";

export type { Person };

/** People by their hash; those who were forgotten are not in it. Half a read unit each. */
export async function personsNamed(
  table: Table,
  people: readonly PersonHash[],
): Promise<Map<PersonHash, Person>> {
  const found = (await itemsAt(table, people.map(personKey))).map(readPerson);
  return new Map(found.map((person) => [person.pk.slice("PERSON#".length), person]));
}
