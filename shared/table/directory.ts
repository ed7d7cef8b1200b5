import type { MembersQuery } from "../contracts/membership.ts";
import { breakdown } from "../domain/counts.ts";
import { sortName } from "../domain/organization-name.ts";
import { counterOf, hoursOf } from "./counter.ts";
import type { Member } from "./member.ts";
import { type MembersPage, membersPage } from "./member-list.ts";
import { isListed } from "./member-views.ts";
import type { Table } from "./table.ts";

const pageSize = 50;

/** A page of the public directory, by name. A letter is read as a range of the index; other filters look at each entry. */
export function directoryPage(
  table: Table,
  { kind, country, letter, q }: Omit<MembersQuery, "cursor">,
  after: string | undefined,
): Promise<MembersPage> {
  const searched = q && sortName(q);
  const wanted = (member: Member) =>
    isListed(member) &&
    (!kind || member.kind === kind) &&
    (!country || member.country === country) &&
    (letter !== "other" || !/^[a-z]/.test(sortName(member.name))) &&
    (!searched || sortName(member.name).includes(searched));
  const prefix = letter === "other" ? undefined : letter;
  return membersPage(table, { state: "approved", after, prefix, limit: pageSize, wanted });
}

/** How many there are, in all and by kind and country: the coalition's counter, one query. */
export async function memberNumbers(table: Table) {
  const figures = await counterOf(table, "coalition");
  return {
    total: Math.max(0, figures.members ?? 0),
    by: { kind: breakdown(figures, "memberKind"), country: breakdown(figures, "memberCountry") },
  };
}

/** Members at the end of each day (UTC) on which their number changed, oldest first. */
export async function memberGrowth(table: Table): Promise<{ day: string; members: number }[]> {
  const days = new Map<string, number>();
  let members = 0;
  for (const [hour, figures] of await hoursOf(table, "coalition")) {
    if (!figures.members) continue;
    members += figures.members;
    days.set(hour.slice(0, 10), Math.max(0, members));
  }
  return [...days].map(([day, n]) => ({ day, members: n }));
}
