import * as z from "zod";
import { cursor } from "../../shared/contracts/list-query.ts";
import type { RouteKey } from "../../shared/contracts/routes.ts";
import {
  PledgeAnswer,
  PledgeList,
  StatementAnswer,
  StatementList,
} from "../../shared/contracts/signables.ts";
import { textFor } from "../../shared/domain/text-version.ts";
import { type Locale, nearestLocale } from "../../shared/locales/speak.ts";
import { counterOf } from "../../shared/table/counter.ts";
import { isSignable, publishedScopes, type Signable, type SignableKind } from "../../shared/table/scope.ts";
import { currentTexts, signableView, versionsView } from "../../shared/table/signable-views.ts";
import type { Table } from "../../shared/table/table.ts";
import { textOf } from "../../shared/table/text.ts";
import type { Asked } from "../edge/asked.ts";
import type { Route, Routes } from "../edge/chain.ts";
import { check } from "../edge/check.ts";
import { cursorOf, readCursor } from "../edge/cursor.ts";
import { knownSignable } from "../edge/known-signable.ts";
import { json, type Reply } from "../edge/reply.ts";
import type { Surroundings } from "../edge/surroundings.ts";
import { frozenRoute } from "./frozen-route.ts";
import { publishedText } from "./published-text.ts";
import { signatoriesRoute } from "./signatories-route.ts";

export interface Reading {
  table: Table;
  scope: Surroundings["scope"];
  origin: string;
  clock: () => Date;
}

const pageSize = 50;
const Page = z.object({ cursor });
const cached = { "cache-control": "public, max-age=5", "access-control-allow-origin": "*" };
/** A published text never changes; an address of it can be kept as long as anybody likes. */
const forGood = { ...cached, "cache-control": "public, max-age=31536000, immutable" };

/** Pledges and statements with their texts, as JSON: read only, cached, without anything about anybody. */
export function readRoutes(reading: Reading): Routes<RouteKey<"pledges-api">> {
  return {
    "GET /api/pledges": list(reading, "pledge"),
    "GET /api/pledges/{slug}": detail(reading, "pledge"),
    "GET /api/pledges/{slug}/texts/{version}/{locale}": plainText(reading, "pledge"),
    "GET /api/pledges/{slug}/signatories": signatoriesRoute(reading, "pledge"),
    "GET /api/statements/{slug}/signatories": signatoriesRoute(reading, "statement"),
    "GET /api/statements/{slug}/frozen": frozenRoute(reading),
    "GET /api/statements": list(reading, "statement"),
    "GET /api/statements/{slug}": detail(reading, "statement"),
    "GET /api/statements/{slug}/texts/{version}/{locale}": plainText(reading, "statement"),
  };
}

function list(reading: Reading, kind: SignableKind): Route {
  const { table, clock, origin } = reading;
  return {
    async handle(asked) {
      const { cursor } = check(Page, asked.query);
      const found = await publishedScopes(table, kind, { after: readCursor(cursor, kind), limit: pageSize });
      const last = found.length === pageSize ? found.at(-1)?.listSk : undefined;
      const items = found
        .filter(isSignable)
        .map((item) => signableView(item, localeOf(asked), { now: clock(), origin }));
      const schema = kind === "pledge" ? PledgeList : StatementList;
      return json(200, schema.parse({ items, next: cursorOf(last, kind) }), cached);
    },
  };
}

function detail(reading: Reading, kind: SignableKind): Route {
  return {
    async handle(asked) {
      const item = await knownSignable(reading.scope, kind, asked.params.slug);
      return json(200, await answerOf(reading, item, localeOf(asked)), cached);
    },
  };
}

async function answerOf({ table, clock, origin }: Reading, item: Signable, locale: Locale) {
  const named = textFor(currentTexts(item), locale);
  const [text, figures] = await Promise.all([
    named && textOf(table, { scope: item.scope, ...named }),
    counterOf(table, item.scope),
  ]);
  const answer = {
    ...signableView(item, locale, { now: clock(), origin }),
    text: text?.text ?? "",
    textLocale: named?.locale ?? "en",
    versions: versionsView(item, locale, origin),
    promised: Math.max(0, figures.actions ?? 0),
    kept: Math.max(0, figures.kept ?? 0),
  };
  return item.kind === "pledge" ? PledgeAnswer.parse(answer) : StatementAnswer.parse(answer);
}

/** The exact bytes that the digest is over. */
function plainText({ table, scope }: Reading, kind: SignableKind): Route {
  return {
    async handle(asked): Promise<Reply> {
      const item = await knownSignable(scope, kind, asked.params.slug);
      const { version, locale } = asked.params;
      const text = await publishedText(table, item, { version, locale });
      const headers = {
        "content-type": "text/plain; charset=utf-8",
        "content-language": text.locale,
        etag: `"${text.sha256}"`,
        ...forGood,
      };
      return { statusCode: 200, headers, body: text.text };
    },
  };
}

function localeOf(asked: Asked): Locale {
  return nearestLocale(asked.query.locale ?? asked.headers["accept-language"]);
}
