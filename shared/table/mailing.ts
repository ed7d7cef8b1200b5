import { BatchGetItemCommand } from "@aws-sdk/client-dynamodb";
import { memberIn } from "../domain/member-id.ts";
import { isActionScope } from "../domain/scope.ts";
import type { OwedMail } from "../mail/owed.ts";
import { Contact } from "./contact.ts";
import { contactKey, type Key, memberKey, participationKey, personKey, suppressionKey } from "./keys.ts";
import { type Member, readMember } from "./member.ts";
import { type Participation, readParticipation } from "./participation.ts";
import { type Person, readPerson } from "./person.ts";
import { Suppression } from "./suppression.ts";
import { plain, stored, type Table } from "./table.ts";

/** What the mailer knows of a mail's recipient and subject, as it stands now. */
export interface Mailing {
  person: Person | undefined;
  suppression: Suppression | undefined;
  participation: Participation | undefined;
  /** Where the mail is about a member: it, and the recipient as one of its contacts. */
  member?: Member | undefined;
  contact?: Contact | undefined;
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
      ...(memberIn(mail.subject) === undefined
        ? { participation: participation && readParticipation(participation) }
        : { participation: undefined, ...membership(mail, at) }),
    };
  });
}

function membership(mail: About, at: (key: Key) => Record<string, unknown> | undefined) {
  const [, , member, contact] = keysOf(mail).map(at);
  return { member: member && readMember(member), contact: contact && Contact.parse(contact) };
}

function keysOf({ person, subject, by = subject }: About): Key[] {
  const own = [personKey(person), suppressionKey(person)];
  const member = memberIn(subject);
  if (member !== undefined) return [...own, memberKey(member), contactKey(person, member)];
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
