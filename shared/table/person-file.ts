import type { PersonHash } from "../domain/person-hash.ts";
import { Contact } from "./contact.ts";
import { personKey } from "./keys.ts";
import { type Participation, readParticipation } from "./participation.ts";
import { type Person, readPerson } from "./person.ts";
import { Suppression } from "./suppression.ts";
import { everyItem, stored, type Table } from "./table.ts";

/** What lies under one person. */
export interface PersonItems {
  profile: Person | undefined;
  participations: Participation[];
  contacts: Contact[];
  suppression: Suppression | undefined;
  /** Keys of what they have shown in public: cards and comments. */
  shown: { pk: string; sk: string }[];
}

/** Everything that is kept of one person, read consistently: a unit for each 4 KB of it. */
export async function allOfPerson(table: Table, person: PersonHash): Promise<PersonItems> {
  const all: PersonItems = {
    profile: undefined,
    participations: [],
    contacts: [],
    suppression: undefined,
    shown: [],
  };
  const found = everyItem(table, {
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: stored({ ":pk": personKey(person).pk }),
    ConsistentRead: true,
  });
  for await (const item of found) sort(item, all);
  return all;
}

function sort(item: Record<string, unknown>, all: PersonItems): void {
  switch (item.entity) {
    case "person":
      all.profile = readPerson(item);
      break;
    case "participation":
      all.participations.push(readParticipation(item));
      break;
    case "contact":
      all.contacts.push(Contact.parse(item));
      break;
    case "suppression":
      all.suppression = Suppression.parse(item);
      break;
    case "card":
    case "comment":
      all.shown.push({ pk: String(item.pk), sk: String(item.sk) });
      break;
  }
}
