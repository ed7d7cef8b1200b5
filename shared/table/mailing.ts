import { BatchGetItemCommand } from "@aws-sdk/client-dynamodb";
import { isActionScope } from "../domain/scope.ts";
import type { OwedMail } from "../mail/owed.ts";
import { type Key, participationKey, personKey, suppressionKey } from "./keys.ts";
import { type Participation, readParticipation } from "./participation.ts";
import { type Person, readPerson } from "./person.ts";
import { Suppression } from "./suppression.ts";
import { plain, stored, type Table } from "./table.ts";

/** What the mailer knows of a mail's recipient and subject, as it stands now. */
export interface Mailing {
  person: Person | undefined;
  suppression: Suppression | undefined;
  participation: Participation | undefined;
}

type About = Pick<OwedMail, "person" | "subject" | "by">;

const itemsAtOnce = 100;

/** Reads the recipients and subjects of mails, three items each in calls of up to 100, consistently. */
export async function mailingsOf(table: Table, mails: readonly About[]): Promise<Mailing[]> {
  const wanted = new Map<string, Key>();
  for (const mail of mails) for (const key of keysOf(mail)) wanted.set(`${key.pk} ${key.sk}`, key);
  const found = await itemsOf(table, [...wanted.values()]);
  const at = ({ pk, sk }: Key) => found.get(`${pk} ${sk}`);
  return mails.map((mail) => {
    const [person, suppression, participation] = keysOf(mail).map(at);
    return {
      person: person && readPerson(person),
      suppression: suppression && Suppression.parse(suppression),
      participation: participation && readParticipation(participation),
    };
  });
}

function keysOf({ person, subject, by = subject }: About): Key[] {
  const own = [personKey(person), suppressionKey(person)];
  return isActionScope(by) ? [...own, participationKey(person, by)] : own;
}

async function itemsOf({ client, name }: Table, keys: Key[]): Promise<Map<string, Record<string, unknown>>> {
  const found = new Map<string, Record<string, unknown>>();
  for (let start = 0; start < keys.length; start += itemsAtOnce) {
    let Keys = keys.slice(start, start + itemsAtOnce).map((key) => stored({ ...key }));
    while (Keys.length > 0) {
      const answer = await client.send(
        new BatchGetItemCommand({ RequestItems: { [name]: { Keys, ConsistentRead: true } } }),
      );
      for (const item of answer.Responses?.[name]?.map(plain) ?? []) found.set(`${item.pk} ${item.sk}`, item);
      Keys = answer.UnprocessedKeys?.[name]?.Keys ?? [];
    }
  }
  return found;
}
