import type { MemberState } from "../../shared/domain/member-states.ts";
import { contactsOf } from "../../shared/table/contact.ts";
import { inTurns } from "../../shared/table/in-turns.ts";
import type { Member } from "../../shared/table/member.ts";
import { membersPage } from "../../shared/table/member-list.ts";
import type { Table } from "../../shared/table/table.ts";
import type { Cell } from "./csv.ts";
import type { Rows } from "./export-page.ts";

const atOnce = 200;

/** Members (or applications) in a state by name (or time), with those who speak for them. */
export function memberRows(table: Table, state: MemberState): Rows {
  return {
    columns: [
      ...["id", "name", "kind", "country", "website", "state", "joined", "submitted at", "decided at"],
      ...["source", "contact names", "contact emails"],
    ],
    async read(after) {
      const { items, next } = await membersPage(table, { state, after, limit: atOnce });
      return { rows: await inTurns(items, 16, (member) => rowOf(table, member)), next };
    },
  };
}

async function rowOf(table: Table, member: Member): Promise<Cell[]> {
  const contacts = await contactsOf(table, member.id, member.contacts);
  const { id, name, kind, country, website, state, joined, submittedAt, decidedAt, source } = member;
  return [
    ...[id, name, kind, country, website, state, joined, submittedAt, decidedAt, source],
    contacts.flatMap((contact) => contact.name ?? []).join("; "),
    contacts.map(({ email }) => email).join("; "),
  ];
}
