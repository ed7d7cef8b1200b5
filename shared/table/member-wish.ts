import { createHash } from "node:crypto";
import { type Member, memberOf } from "./member.ts";
import type { Table } from "./table.ts";

/** A member has one open wish for another name, website or logo at a time; a further one is added to it. */
export function wishId(member: string): string {
  return createHash("sha256").update(`change:${member}`).digest("hex").slice(0, 20);
}

/** The wish of a member as it is stored; undefined where it never had one. One read unit. */
export function wishOf(table: Table, member: Pick<Member, "id">): Promise<Member | undefined> {
  return memberOf(table, wishId(member.id));
}

/** Whether reviewers still have to decide on it. */
export function isOpen(wish: Member | undefined): wish is Member {
  return wish !== undefined && (wish.state === "submitted" || wish.state === "questioned");
}
