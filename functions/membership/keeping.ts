import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { contactsOf, puttingContact } from "../../shared/table/contact.ts";
import type { Member } from "../../shared/table/member.ts";
import type { Table } from "../../shared/table/table.ts";

/**
 * Lets the contacts' personal data end with the entry that they speak for: at the same moment (seconds since 1970), or
 * not at all where it stays. Nothing to write where that is so already.
 */
export async function contactsUntil(
  table: Table,
  { id, contacts, invited }: Pick<Member, "id" | "contacts" | "invited">,
  expiresAt: number | undefined,
): Promise<TransactWriteItem[]> {
  const known = await contactsOf(table, id, [...contacts, ...invited]);
  return known
    .filter((contact) => contact.expiresAt !== expiresAt)
    .map(({ expiresAt: _, ...contact }) =>
      puttingContact(table, { ...contact, ...(expiresAt !== undefined && { expiresAt }) }),
    );
}
