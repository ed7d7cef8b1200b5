import type { RouteKey } from "../../shared/contracts/routes.ts";
import {
  CommentReview,
  CommentsQuery,
  ReviewRequest,
  SignaturesQuery,
  StaffCommentList,
  StaffSignatureList,
} from "../../shared/contracts/signing-staff.ts";
import type { ActionScope } from "../../shared/domain/scope.ts";
import { commentsPage, shownCommentsPage } from "../../shared/table/comment-lists.ts";
import { holdsWords, readingOn } from "../../shared/table/reading-on.ts";
import { organizationsPage } from "../../shared/table/review.ts";
import { publicStates } from "../../shared/table/scope.ts";
import { scopesByState } from "../../shared/table/scopes-by-state.ts";
import type { Table } from "../../shared/table/table.ts";
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
        const decided = await decideComment(work, asked.params.comment, check(CommentReview, asked.body));
        return json(200, { comment: asked.params.comment, review: decided.review });
      },
    },
    "GET /api/staff/signatures": {
      async handle(asked) {
        const { table } = workOf(desk, asked, "reviewer");
        const { cursor, words, scope, country } = check(SignaturesQuery, asked.query);
        const { items: cards, next } = await readingOn(
          (after) => organizationsPage(table, after),
          ({ organization, scope: of }) =>
            (!scope || of === scope) &&
            (!country || organization?.country === country) &&
            holdsWords([organization?.name, organization?.website], words),
          readCursor(cursor, "signatures"),
        );
        const items = (await Promise.all(cards.map((card) => signatureItem(table, card)))).flat();
        return json(200, StaffSignatureList.parse({ items, next: cursorOf(next, "signatures") }));
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

function comments(desk: StaffDesk): Route {
  return {
    async handle(asked) {
      const { table } = workOf(desk, asked, "reviewer");
      const { cursor, state, words, scope } = check(CommentsQuery, asked.query);
      const list = `comments.${state}`;
      const pledges = state === "approved" ? await pledgesShowing(table, scope) : [];
      const { items, next } = await readingOn(
        (after) =>
          state === "approved" ? shownCommentsPage(table, pledges, after) : commentsPage(table, state, after),
        ({ text, shownName, scope: of }) => (!scope || of === scope) && holdsWords([text, shownName], words),
        readCursor(cursor, list),
      );
      const answer = { items: items.map(commentItem), next: cursorOf(next, list) };
      return json(200, StaffCommentList.parse(answer));
    },
  };
}

/** The pledges whose comments are shown, or were before they were withdrawn: one, where it is named. */
async function pledgesShowing(table: Table, scope: ActionScope | undefined): Promise<ActionScope[]> {
  if (scope) return [scope];
  const lists = await Promise.all(publicStates.map((state) => scopesByState(table, "pledge", state)));
  return lists.flat().map((pledge) => pledge.scope);
}
