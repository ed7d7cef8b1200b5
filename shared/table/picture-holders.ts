import { memberIn } from "../domain/member-id.ts";
import type { Member } from "./member.ts";
import { memberOf } from "./member.ts";
import { wishOf } from "./member-wish.ts";
import type { Table } from "./table.ts";

/**
 * Whether its owner holds a picture, as the path names them: a member as its logo, or a wish of theirs that is not settled.
 * A declined wish may be taken up again; an approved one has handed its logo over. Two read units.
 */
export async function isHeld(table: Table, path: string): Promise<boolean> {
  const id = memberIn(path.split("/")[0] ?? "");
  if (id === undefined) return false;
  const [member, wish] = await Promise.all([memberOf(table, id), wishOf(table, { id })]);
  return holds(member, path) || (wish?.state !== "approved" && holds(wish, path));
}

function holds(item: Member | undefined, path: string): boolean {
  return item?.logo?.path === path;
}
