import { DeleteItemCommand } from "@aws-sdk/client-dynamodb";
import type { PersonHash } from "../domain/person-hash.ts";
import { SpeaksForMember } from "../domain/refused.ts";
import { personKey } from "./keys.ts";
import { allOfPerson, type PersonItems } from "./person-file.ts";
import { stored, type Table } from "./table.ts";

/**
 * Forgets who somebody is: their address and names, and what they have shown in public. What stays of what they did stands
 * under the keyed hash. Repeating it changes nothing; cut short, the profile is the last to
 * go, so it is found and can be done again. Throws `SpeaksForMember`.
 */
export async function erasePerson(table: Table, person: PersonHash): Promise<void> {
  const all = await allOfPerson(table, person);
  mustBeErasable(all);
  const { contacts, shown } = all;
  const { client, name: TableName } = table;
  const unconfirmed = contacts.map(({ pk, sk }) => ({ pk, sk }));
  for (const key of [...shown, ...unconfirmed, personKey(person)])
    await client.send(new DeleteItemCommand({ TableName, Key: stored({ ...key }) }));
}

/** Throws `SpeaksForMember`: a member is not left without anybody to write to. */
export function mustBeErasable({ contacts }: Pick<PersonItems, "contacts">): void {
  if (contacts.some(({ state }) => state === "confirmed")) throw new SpeaksForMember();
}
