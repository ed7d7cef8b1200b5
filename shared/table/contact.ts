import { QueryCommand, type TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { PersonHash } from "../domain/person-hash.ts";
import { itemsAt } from "./items-at.ts";
import { contactKey } from "./keys.ts";
import { plain, stored, type Table } from "./table.ts";

/**
 * One who speaks for a member: the only item with a contact's personal data. It lies beside the person; the member knows
 * its contacts by their hash. `generation` revokes the links of this contact alone.
 */
export const Contact = z.object({
  pk: z.string(),
  sk: z.string(),
  entity: z.literal("contact"),
  person: z.string(),
  member: z.string(),
  email: z.string(),
  name: z.string().optional(),
  role: z.string().optional(),
  locale: z.string(),
  state: z.enum(["unverified", "confirmed"]),
  generation: z.number().int(),
  createdAt: z.string(),
  confirmedAt: z.string().optional(),
  expiresAt: z.number().optional(),
});
export type Contact = z.infer<typeof Contact>;

/** Contacts of a member, in the order asked, read consistently: a unit each. Whoever is there no more is left out. */
export async function contactsOf(
  table: Table,
  member: string,
  people: readonly PersonHash[],
): Promise<Contact[]> {
  const keys = people.map((person) => contactKey(person, member));
  const items = await itemsAt(table, keys, { consistently: true });
  const found = new Map(items.map((item) => Contact.parse(item)).map((one) => [one.person, one]));
  return people.flatMap((person) => found.get(person) ?? []);
}

export async function contactOf(
  table: Table,
  person: PersonHash,
  member: string,
): Promise<Contact | undefined> {
  return (await contactsOf(table, member, [person]))[0];
}

/** All for which a person speaks or is asked to; half a read unit, unless they speak for dozens. */
export async function contactsBy({ client, name: TableName }: Table, person: PersonHash): Promise<Contact[]> {
  const { pk } = contactKey(person, "");
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: "pk = :pk AND begins_with(sk, :members)",
      ExpressionAttributeValues: stored({ ":pk": pk, ":members": "MEMBER#" }),
      ConsistentRead: true,
    }),
  );
  return Items.map((item) => Contact.parse(plain(item)));
}

/** As parts of the transaction that changes the member. */
export function puttingContact({ name: TableName }: Table, contact: Contact): TransactWriteItem {
  return { Put: { TableName, Item: stored(Contact.parse(contact)) } };
}

export function removingContact(
  { name: TableName }: Table,
  { person, member }: Pick<Contact, "person" | "member">,
): TransactWriteItem {
  return { Delete: { TableName, Key: stored({ ...contactKey(person, member) }) } };
}
