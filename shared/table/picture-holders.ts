import { memberIn } from "../domain/member-id.ts";
import { type ActionScope, isActionScope } from "../domain/scope.ts";
import type { Member } from "./member.ts";
import { memberOf } from "./member.ts";
import { isListed } from "./member-views.ts";
import { wishOf } from "./member-wish.ts";
import { isPublic, scopeDetails } from "./scope.ts";
import type { Table } from "./table.ts";

/** Who may see a picture: everybody, its owner and our staff, or nobody, since nobody holds it. */
export type PictureStanding = "public" | "kept" | "gone";

/**
 * How a picture stands with its owner, whom its path names. A listed member's logo is public where they agreed to it; that of
 * an application, or of a wish that is not settled, is kept. A declined wish may be taken up again; an approved one has handed
 * its logo over. Two read units.
 */
export async function pictureStanding(table: Table, path: string): Promise<PictureStanding> {
  const owner = path.split("/")[0] ?? "";
  if (isActionScope(owner)) return eventPictureStanding(table, owner, path);
  const id = memberIn(owner);
  if (id === undefined) return "gone";
  const [member, wish] = await Promise.all([memberOf(table, id), wishOf(table, { id })]);
  if (member && holds(member, path) && isShown(member)) return "public";
  const wished = wish?.state !== "approved" && holds(wish, path);
  return holds(member, path) || wished ? "kept" : "gone";
}

async function eventPictureStanding(
  table: Table,
  scope: ActionScope,
  path: string,
): Promise<PictureStanding> {
  const event = await scopeDetails(table, scope, { consistent: true });
  if (event?.kind !== "event" || event.picture?.path !== path) return "gone";
  return isPublic(event) ? "public" : "kept";
}

function isShown(member: Member): boolean {
  return isListed(member) && member.consent.logo === true;
}

function holds(item: Member | undefined, path: string): boolean {
  return item?.logo?.path === path;
}
