import { memberIn } from "../domain/member-id.ts";
import { isActionScope } from "../domain/scope.ts";
import type { OwedMail } from "../mail/owed.ts";
import { Contact } from "./contact.ts";
import { itemsAt, placeOf } from "./items-at.ts";
import { contactKey, type Key, memberKey, participationKey, personKey, suppressionKey } from "./keys.ts";
import { type Member, readMember } from "./member.ts";
import { type Participation, readParticipation } from "./participation.ts";
import { type Person, readPerson } from "./person.ts";
import { Suppression } from "./suppression.ts";
import type { Table } from "./table.ts";

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

/** Reads the recipients and subjects of mails, three items each in calls of up to 100, consistently. */
export async function mailingsOf(table: Table, mails: readonly About[]): Promise<Mailing[]> {
  const items = await itemsAt(table, mails.flatMap(keysOf), { consistently: true });
  const found = new Map(items.map((item) => [placeOf(item), item]));
  const at = (key: Key) => found.get(placeOf(key));
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
