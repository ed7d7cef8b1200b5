import { MemberAnswer, MemberList, MembersQuery } from "../../shared/contracts/membership.ts";
import type { RouteKey } from "../../shared/contracts/routes.ts";
import { isMemberId } from "../../shared/domain/member-id.ts";
import { NotFound } from "../../shared/domain/refused.ts";
import { directoryPage } from "../../shared/table/directory.ts";
import { type Member, memberOf } from "../../shared/table/member.ts";
import { allMembers } from "../../shared/table/member-list.ts";
import { isListed, memberView } from "../../shared/table/member-views.ts";
import type { Routes } from "../edge/chain.ts";
import { check } from "../edge/check.ts";
import { cursorOf, readCursor } from "../edge/cursor.ts";
import { json, type Reply } from "../edge/reply.ts";
import { csvLine } from "./csv.ts";
import type { Surroundings } from "./surroundings.ts";

/** The directory changes seldom, but who has left must not stand in it for long. */
const cached = { "cache-control": "public, max-age=5", "access-control-allow-origin": "*" };

/** The directory for programs. */
export function membershipRoutes(surroundings: Surroundings): Routes<RouteKey<"membership-api">> {
  const { table } = surroundings;
  return {
    "GET /api/members": {
      async handle(asked) {
        const { cursor, ...chosen } = check(MembersQuery, asked.query);
        const list = `members.${chosen.letter}`;
        const { items, next } = await directoryPage(table, chosen, readCursor(cursor, list));
        const answer = {
          items: items.map((item) => answerOf(surroundings, item)),
          next: cursorOf(next, list),
        };
        return json(200, MemberList.parse(answer), cached);
      },
    },
    "GET /api/members.csv": { handle: () => csvOf(surroundings) },
    "GET /api/members/{id}": {
      async handle(asked) {
        const { id = "" } = asked.params;
        const found = isMemberId(id) ? await memberOf(table, id) : undefined;
        if (!found || !isListed(found)) throw new NotFound();
        return json(200, MemberAnswer.parse(answerOf(surroundings, found)), cached);
      },
    },
  };
}

/** Programs have no page that an address could be relative to. */
function answerOf({ origin }: Surroundings, member: Member): MemberAnswer {
  const { logo, ...view } = memberView(member);
  return { ...view, logo: logo && { ...logo, url: origin + logo.url } };
}

async function csvOf({ table }: Surroundings): Promise<Reply> {
  const members = (await allMembers(table, "approved", isListed)).map(memberView);
  const lines = members.map(({ id, name, kind, country, website, joined }) =>
    csvLine([id, name, kind, country, website ?? "", joined ?? ""]),
  );
  return {
    statusCode: 200,
    headers: {
      ...cached,
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="members.csv"',
    },
    body: csvLine(["id", "name", "kind", "country", "website", "joined"]) + lines.join(""),
  };
}
