import { MembersQuery } from "../../shared/contracts/membership.ts";
import { isMemberId } from "../../shared/domain/member-id.ts";
import { directoryPage, memberGrowth, memberNumbers } from "../../shared/table/directory.ts";
import { memberOf } from "../../shared/table/member.ts";
import { isListed, memberView } from "../../shared/table/member-views.ts";
import { usualDays } from "../../shared/table/reviews.ts";
import { joinPage } from "../../web/pages/join.tsx";
import { memberPage } from "../../web/pages/member.tsx";
import { membersPage } from "../../web/pages/members.tsx";
import { cursorOf, placeIn } from "../edge/cursor.ts";
import type { Visit } from "./page-table.ts";

export async function join({ table, view, asked }: Visit): Promise<string> {
  const as = asked.query.as === "expert" ? "expert" : "organization";
  return joinPage({ view, as, usualDays: await usualDays(table) });
}

/** The directory. What is not a filter is passed over: a link with a slip in it still shows members. */
export async function members({ table, view, asked }: Visit): Promise<string> {
  const query = chosenIn(asked.query);
  const { cursor, ...chosen } = query;
  const list = `members.${chosen.letter}`;
  const [page, numbers, growth] = await Promise.all([
    directoryPage(table, chosen, placeIn(cursor, list)),
    memberNumbers(table),
    memberGrowth(table),
  ]);
  return membersPage({
    view,
    members: page.items.map(memberView),
    next: cursorOf(page.next, list),
    chosen,
    growth,
    ...numbers,
  });
}

function chosenIn(asked: Record<string, string>): MembersQuery {
  const said = Object.entries(asked).filter(([name, value]) => {
    const field = MembersQuery.shape[name as keyof MembersQuery];
    return field !== undefined && value.trim() !== "" && field.safeParse(value).success;
  });
  return MembersQuery.parse(Object.fromEntries(said));
}

export async function member({ table, view, params }: Visit): Promise<string | undefined> {
  const { id = "" } = params;
  const found = isMemberId(id) ? await memberOf(table, id) : undefined;
  return found && isListed(found) ? memberPage({ view, member: memberView(found) }) : undefined;
}
