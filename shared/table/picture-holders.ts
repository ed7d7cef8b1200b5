import { memberIn } from "../domain/member-id.ts";
import { isActionScope } from "../domain/scope.ts";
import type { Member } from "./member.ts";
import { memberOf } from "./member.ts";
import { wishOf } from "./member-wish.ts";
import { scopeDetails } from "./scope.ts";
import type { Table } from "./table.ts";

/**
 * Whether its owner holds a picture, as the path names them: a member as its logo, or a wish of theirs that is not settled;
 * an event as its picture. A declined wish may be taken up again; an approved one has handed its logo over. Two read units,
 * of an event one.
 */
export async function isHeld(table: Table, path: string): Promise<boolean> {
  const owner = path.split("/")[0] ?? "";
  if (isActionScope(owner)) {
    const event = await scopeDetails(table, owner, { consistent: true });
    return event?.kind === "event" && event.picture?.path === path;
  }
  const id = memberIn(owner);
  if (id === undefined) return false;
  const [member, wish] = await Promise.all([memberOf(table, id), wishOf(table, { id })]);
  return holds(member, path) || (wish?.state !== "approved" && holds(wish, path));
}

function holds(item: Member | undefined, path: string): boolean {
  return item?.logo?.path === path;
}
