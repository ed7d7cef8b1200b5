import type { RouteKey } from "../../shared/contracts/routes.ts";
import {
  ClosingRequest,
  NewPledge,
  NewStatement,
  PublishRequest,
  ReviewQuery,
  ReviewRequest,
  StaffCommentList,
  StaffSignatureList,
  TextRequest,
} from "../../shared/contracts/signing-staff.ts";
import { InvalidRequest } from "../../shared/domain/refused.ts";
import { shownBuckets } from "../../shared/table/card.ts";
import { counterOf } from "../../shared/table/counter.ts";
import { listKey } from "../../shared/table/keys.ts";
import { commentsToReview, organizationsToReview, reviewPageSize } from "../../shared/table/review.ts";
import { isSignable, publishedScopes, type Signable, type SignableKind } from "../../shared/table/scope.ts";
import type { Table } from "../../shared/table/table.ts";
import { currentVersion, textsOf } from "../../shared/table/text.ts";
import type { Asked } from "../edge/asked.ts";
import type { Route, Routes } from "../edge/chain.ts";
import { check } from "../edge/check.ts";
import { cursorOf, readCursor } from "../edge/cursor.ts";
import { json } from "../edge/reply.ts";
import { type StaffRole, staffMember } from "../edge/staff.ts";
import { commentItem, decideComment, decideSignature, signatureItem } from "./staff-reviews.ts";
import { anySignable, create, publish, setClosing, type Work, write } from "./staff-texts.ts";

export interface StaffDesk {
  table: Table;
  clock: () => Date;
}

/** Writing, publishing and closing by organizers; comments and organizations' signatures by reviewers. */
export function pledgesStaffRoutes(desk: StaffDesk): Routes<RouteKey<"pledges-staff">> {
  return {
    "GET /api/staff/pledges": list(desk, "pledge"),
    "POST /api/staff/pledges": creating(desk, "pledge"),
    "GET /api/staff/pledges/{slug}": file(desk, "pledge"),
    "PUT /api/staff/pledges/{slug}/texts/{locale}": writing(desk, "pledge"),
    "POST /api/staff/pledges/{slug}/versions": publishing(desk, "pledge"),
    "POST /api/staff/pledges/{slug}/closing": closing(desk, "pledge"),
    "GET /api/staff/statements": list(desk, "statement"),
    "POST /api/staff/statements": creating(desk, "statement"),
    "GET /api/staff/statements/{slug}": file(desk, "statement"),
    "PUT /api/staff/statements/{slug}/texts/{locale}": writing(desk, "statement"),
    "POST /api/staff/statements/{slug}/versions": publishing(desk, "statement"),
    "POST /api/staff/statements/{slug}/closing": closing(desk, "statement"),
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
        const { cursor } = check(ReviewQuery, asked.query);
        const cards = await organizationsToReview(table, readCursor(cursor));
        const items = (await Promise.all(cards.map((card) => signatureItem(table, card)))).flat();
        const next = cards.length === reviewPageSize ? cursorOf(cards.at(-1)?.listSk) : null;
        return json(200, StaffSignatureList.parse({ items, next }));
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

function workOf({ table, clock }: StaffDesk, asked: Asked, ...roles: StaffRole[]): Work {
  return { table, who: staffMember(asked, ...roles).id, now: clock() };
}

function list(desk: StaffDesk, kind: SignableKind): Route {
  return {
    async handle(asked) {
      const { table } = workOf(desk, asked, "organizer", "reviewer");
      const states = ["draft", "published", "closed", "cancelled"] as const;
      const found = await Promise.all(
        states.map((state) => publishedScopes(table, kind, { state, limit: 100 })),
      );
      return json(200, { items: found.flat().filter(isSignable).map(staffView), next: null });
    },
  };
}

function staffView(item: Signable) {
  const { pk: _p, sk: _s, entity: _e, listPk: _l, listSk: _k, ...shown } = item;
  return shown;
}

function creating(desk: StaffDesk, kind: SignableKind): Route {
  return {
    async handle(asked) {
      const work = workOf(desk, asked, "organizer");
      const wanted = check(kind === "pledge" ? NewPledge : NewStatement, asked.body);
      return json(201, staffView(await create(work, kind, wanted)));
    },
  };
}

/** All of one, with the texts of the next version as far as they are written, and figures that the public is not shown. */
function file(desk: StaffDesk, kind: SignableKind): Route {
  return {
    async handle(asked) {
      const { table } = workOf(desk, asked, "organizer", "reviewer");
      const item = await anySignable(table, kind, asked.params.slug);
      const next = currentVersion(item) + 1;
      const [texts, figures] = await Promise.all([
        textsOf(table, item.scope, next),
        counterOf(table, item.scope),
      ]);
      const { actions = 0, people = 0, kept = 0, referred = 0, organizations = 0 } = figures;
      return json(200, {
        ...staffView(item),
        nextVersion: next,
        nextTexts: texts.map(({ locale, text, sha256 }) => ({ locale, text, sha256 })),
        figures: { actions, people, kept, referred, organizations },
      });
    },
  };
}

function writing(desk: StaffDesk, kind: SignableKind): Route {
  return {
    async handle(asked) {
      const work = workOf(desk, asked, "organizer");
      const before = await anySignable(work.table, kind, asked.params.slug);
      const locale = asked.params.locale ?? "";
      if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(locale))
        throw new InvalidRequest([{ pointer: "/locale", reason: "not-a-language-tag" }]);
      const { text } = check(TextRequest, asked.body);
      const { version, sha256 } = await write(work, before, { locale, text });
      return json(200, { version, locale, sha256 });
    },
  };
}

function publishing(desk: StaffDesk, kind: SignableKind): Route {
  return {
    async handle(asked) {
      const work = workOf(desk, asked, "organizer");
      const before = await anySignable(work.table, kind, asked.params.slug);
      await publish(work, before, check(PublishRequest, asked.body).note);
      return json(200, staffView(await anySignable(work.table, kind, asked.params.slug)));
    },
  };
}

function closing(desk: StaffDesk, kind: SignableKind): Route {
  return {
    async handle(asked) {
      const work = workOf(desk, asked, "organizer");
      const before = await anySignable(work.table, kind, asked.params.slug);
      await setClosing(work, before, check(ClosingRequest, asked.body));
      return json(200, staffView(await anySignable(work.table, kind, asked.params.slug)));
    },
  };
}

/** One bucket after the other: the queue is spread, as all that many write to is. */
function comments(desk: StaffDesk): Route {
  return {
    async handle(asked) {
      const { table } = workOf(desk, asked, "reviewer");
      const { cursor } = check(ReviewQuery, asked.query);
      let [bucket, after] = placeIn(readCursor(cursor));
      let found = await commentsToReview(table, listKey("comments.submitted", bucket), after);
      while (found.length === 0 && bucket + 1 < shownBuckets) {
        bucket += 1;
        after = undefined;
        found = await commentsToReview(table, listKey("comments.submitted", bucket), after);
      }
      const more = found.length === reviewPageSize ? `${bucket} ${found.at(-1)?.listSk}` : `${bucket + 1} `;
      const next =
        found.length === 0 || (more.endsWith(" ") && bucket + 1 >= shownBuckets) ? undefined : more;
      return json(200, StaffCommentList.parse({ items: found.map(commentItem), next: cursorOf(next) }));
    },
  };
}

function placeIn(text: string | undefined): [number, string | undefined] {
  const [, bucket = "0", after = ""] = /^(\d) (.*)$/.exec(text ?? "") ?? [];
  return [Number(bucket), after || undefined];
}
