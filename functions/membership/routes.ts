import { MemberAnswer, MemberList, MembersQuery } from "../../shared/contracts/membership.ts";
import type { RouteKey } from "../../shared/contracts/routes.ts";
import { isMemberId } from "../../shared/domain/member-id.ts";
import { InvalidRequest, NotFound } from "../../shared/domain/refused.ts";
import type { Locale } from "../../shared/locales/speak.ts";
import { pagePath } from "../../shared/mail/links.ts";
import { directoryPage } from "../../shared/table/directory.ts";
import { memberOf } from "../../shared/table/member.ts";
import { allMembers } from "../../shared/table/member-list.ts";
import { isListed, memberView } from "../../shared/table/member-views.ts";
import { usualDays } from "../../shared/table/reviews.ts";
import { joinPage } from "../../web/pages/join.tsx";
import { problemPage } from "../../web/pages/problem.tsx";
import type { Asked } from "../edge/asked.ts";
import type { Problem, Route, Routes } from "../edge/chain.ts";
import { check } from "../edge/check.ts";
import { cursorOf, readCursor } from "../edge/cursor.ts";
import { formAgain } from "../edge/form-again.ts";
import { signupLocale } from "../edge/locale.ts";
import { problemReply } from "../edge/problems.ts";
import { html, json, type Reply, seeOther } from "../edge/reply.ts";
import { apply } from "./apply.ts";
import { csvLine } from "./csv.ts";
import type { Surroundings } from "./surroundings.ts";

/** The directory changes seldom, but who has left must not stand in it for long. */
const cached = { "cache-control": "public, max-age=5", "access-control-allow-origin": "*" };

/** Applying, and the directory for programs. */
export function membershipRoutes(surroundings: Surroundings): Routes<RouteKey<"membership-api">> {
  const { table } = surroundings;
  const applying = applyingRoute(surroundings);
  return {
    "POST /api/members": applying,
    "POST /join": applying,
    "POST /{locale}/join": applying,
    "GET /api/members": {
      async handle(asked) {
        const { cursor, ...chosen } = check(MembersQuery, asked.query);
        const { items, next } = await directoryPage(table, chosen, readCursor(cursor));
        return json(200, MemberList.parse({ items: items.map(memberView), next: cursorOf(next) }), cached);
      },
    },
    "GET /api/members.csv": { handle: () => csvOf(surroundings) },
    "GET /api/members/{id}": {
      async handle(asked) {
        const { id = "" } = asked.params;
        const found = isMemberId(id) ? await memberOf(table, id) : undefined;
        if (!found || !isListed(found)) throw new NotFound();
        return json(200, MemberAnswer.parse(memberView(found)), cached);
      },
    },
  };
}

/** Answers the same for a new and a known address or organization. */
function applyingRoute(surroundings: Surroundings): Route {
  return {
    async handle(asked) {
      await apply(surroundings, asked.form ? { ...asked, body: choosing(asked.body) } : asked);
      if (!asked.form) return json(202, { status: "check-your-mail" });
      return seeOther(pagePath(formLocale(asked), "/check-your-mail"));
    },
    show: (asked, problem, refusal) =>
      asked.form
        ? joinAgain(surroundings, asked, {
            problem,
            refusal: refusal instanceof InvalidRequest ? refusal : undefined,
          })
        : problemReply(problem),
  };
}

/** A form always says which kind: one that is not chosen is not an expert's. */
function choosing(body: unknown): unknown {
  return typeof body === "object" && body !== null ? { kind: "", ...body } : body;
}

/** The form again, with what was typed and a message at each field at fault. */
async function joinAgain(
  { table, origin }: Surroundings,
  asked: Asked,
  { problem, refusal }: { problem: Problem; refusal: InvalidRequest | undefined },
): Promise<Reply> {
  const view = { locale: formLocale(asked), path: "/join", origin };
  const { type, status, instance } = problem;
  if (!refusal) return html(status, problemPage({ view, word: type, status, requestId: instance ?? "" }));
  const form = formAgain(asked, refusal);
  const as = form.values.kind === "expert" ? "expert" : "organization";
  return html(status, joinPage({ view, as, form, usualDays: await usualDays(table) }));
}

function formLocale(asked: Asked): Locale {
  const { locale } = (asked.body ?? {}) as { locale?: unknown };
  return signupLocale(asked, typeof locale === "string" ? locale : undefined);
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
