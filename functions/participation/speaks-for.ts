import type { PersonFile } from "../../shared/contracts/registrants.ts";
import type { Contact } from "../../shared/table/contact.ts";
import { memberOf } from "../../shared/table/member.ts";
import type { Table } from "../../shared/table/table.ts";

/** The members, and organizations that apply, for which a person is known to speak: a unit each, of which few have one. */
export async function speaksFor(table: Table, contacts: readonly Contact[]): Promise<PersonFile["members"]> {
  const confirmed = contacts.filter(({ state }) => state === "confirmed");
  const members = await Promise.all(confirmed.map(({ member }) => memberOf(table, member)));
  return members.flatMap((member) => (member ? [{ id: member.id, name: member.name }] : []));
}
