import type { RouteKey } from "../../shared/contracts/routes.ts";
import {
  ReviewQuery,
  ReviewRequest,
  StaffCommentList,
  StaffSignatureList,
} from "../../shared/contracts/signing-staff.ts";
import { holdsWords, readingOn } from "../../shared/table/reading-on.ts";
import { commentsWaiting, organizationsPage } from "../../shared/table/review.ts";
import type { Route, Routes } from "../edge/chain.ts";
import { check } from "../edge/check.ts";
import { cursorOf, readCursor } from "../edge/cursor.ts";
import { json } from "../edge/reply.ts";
import { type StaffDesk, workOf } from "./staff-desk.ts";
import { commentItem, decideComment, decideSignature, signatureItem } from "./staff-reviews.ts";
import { writingRoutes } from "./staff-writing.ts";

/** Writing, publishing and closing by organizers; comments and organizations' signatures by reviewers. */
export function pledgesStaffRoutes(desk: StaffDesk): Routes<RouteKey<"pledges-staff">> {
  const [pledges, statements] = [writingRoutes(desk, "pledge"), writingRoutes(desk, "statement")];
  return {
    "GET /api/staff/pledges": pledges.list,
    "POST /api/staff/pledges": pledges.create,
    "GET /api/staff/pledges/{slug}": pledges.file,
    "POST /api/staff/pledges/{slug}": pledges.edit,
    "PUT /api/staff/pledges/{slug}/texts/{locale}": pledges.write,
    "DELETE /api/staff/pledges/{slug}/texts/{locale}": pledges.drop,
    "POST /api/staff/pledges/{slug}/versions": pledges.publish,
    "POST /api/staff/pledges/{slug}/closing": pledges.close,
    "POST /api/staff/pledges/{slug}/{verb}": pledges.turn,
    "GET /api/staff/statements": statements.list,
    "POST /api/staff/statements": statements.create,
    "GET /api/staff/statements/{slug}": statements.file,
    "POST /api/staff/statements/{slug}": statements.edit,
    "PUT /api/staff/statements/{slug}/texts/{locale}": statements.write,
    "DELETE /api/staff/statements/{slug}/texts/{locale}": statements.drop,
    "POST /api/staff/statements/{slug}/versions": statements.publish,
    "POST /api/staff/statements/{slug}/closing": statements.close,
    "POST /api/staff/statements/{slug}/{verb}": statements.turn,
    "GET /api/staff/comments": comments(desk),
    "POST /api/staff/comments/{comment}/decision": {
      async handle(asked) {
        const work = workOf(desk, asked, "reviewer");
        const decided = await decideComment(work, asked.params.comment, check(ReviewRequest, asked.body));
        return json(200, { comment: asked.params.comment, review: decided.review });
      },
    },
    "GET /api/staff/signatures": {
      async handle(asked) {
        const { table } = workOf(desk, asked, "reviewer");
        const { cursor, words, scope } = check(ReviewQuery, asked.query);
        const { items: cards, next } = await readingOn(
          (after) => organizationsPage(table, after),
          ({ organization, scope: of }) =>
            (!scope || of === scope) && holdsWords(`${organization?.name} ${organization?.website}`, words),
          readCursor(cursor),
        );
        const items = (await Promise.all(cards.map((card) => signatureItem(table, card)))).flat();
        return json(200, StaffSignatureList.parse({ items, next: cursorOf(next) }));
      },
    },
    "POST /api/staff/signatures/{signature}/decision": {
      async handle(asked) {
        const work = workOf(desk, asked, "reviewer");
        const { signature } = asked.params;
        return json(200, {
          signature,
          state: await decideSignature(work, signature, check(ReviewRequest, asked.body)),
        });
      },
    },
  };
}

/** One bucket after the other until a page is full: the queue is spread, as all that many write to is. */
function comments(desk: StaffDesk): Route {
  return {
    async handle(asked) {
      const { table } = workOf(desk, asked, "reviewer");
      const { cursor, words, scope } = check(ReviewQuery, asked.query);
      const { items, next } = await readingOn(
        (after) => commentsWaiting(table, after),
        ({ text, shownName = "", scope: of }) =>
          (!scope || of === scope) && holdsWords(`${text} ${shownName}`, words),
        readCursor(cursor),
      );
      return json(200, StaffCommentList.parse({ items: items.map(commentItem), next: cursorOf(next) }));
    },
  };
}
