import * as z from "zod";
import { SignatoriesQuery, SignatoryList } from "../../shared/contracts/signatories.ts";
import { nearestLocale } from "../../shared/locales/speak.ts";
import type { SignableKind } from "../../shared/table/scope.ts";
import { inOrder, type Signatory, signatoriesOf } from "../../shared/table/signatories.ts";
import { withLogos } from "../../shared/table/signatory-logos.ts";
import type { Route } from "../edge/chain.ts";
import { check } from "../edge/check.ts";
import { cursorOf, partsIn, readCursor } from "../edge/cursor.ts";
import { knownSignable } from "../edge/known-signable.ts";
import { json, type Reply } from "../edge/reply.ts";
import type { Reading } from "./read-routes.ts";

const pageSize = 200;
/** Of each of the lists; far more than any statement has had. Read at most every few seconds, since the CDN keeps it. */
const mostRead = 20_000;
const cached = { "cache-control": "public, max-age=10", "access-control-allow-origin": "*" };

/**
 * All who signed and are shown, organizations first: as JSON in pages, or the whole list as CSV. Nobody under one that has
 * been withdrawn.
 */
export function signatoriesRoute({ table, scope, origin }: Reading, kind: SignableKind): Route {
  return {
    async handle(asked) {
      const { sort: order = "name", cursor, format, locale } = check(SignatoriesQuery, asked.query);
      const item = await knownSignable(scope, kind, asked.params.slug);
      const language = nearestLocale(locale);
      const wanted = { order, most: mostRead, locale: language };
      const all = item.state === "cancelled" ? [] : await signatoriesOf(table, item.scope, wanted);
      if (format === "csv") return csv(all, item.slug);
      const compare = inOrder(order, language);
      const list = `${item.scope}.signatories.${order}`;
      const after = readCursor(cursor, list);
      const last = after && partsIn(Place, after);
      const rest = last ? all.filter((one) => compare(one, last) > 0) : all;
      const items = rest.slice(0, pageSize);
      const next = rest.length > pageSize ? JSON.stringify(Place.parse(items.at(-1))) : undefined;
      const shown = (await withLogos(table, items)).map(({ logo, ...one }) => ({
        ...one,
        ...(logo && { logo: { ...logo, url: origin + logo.url } }),
      }));
      return json(200, SignatoryList.parse({ items: shown, next: cursorOf(next, list) }), cached);
    },
  };
}

/** What a signatory's place in the list depends on. */
const Place = z.object({
  kind: z.enum(["organization", "person"]),
  name: z.string(),
  at: z.string(),
  country: z.string().optional(),
  id: z.string(),
});

const columns = ["kind", "name", "title", "organizationKind", "website", "country", "at"] as const;

/** RFC 4180. A cell that a spreadsheet would take for a formula gets an apostrophe in front. */
function csv(signatories: readonly Signatory[], slug: string): Reply {
  const rows = signatories.map((one) => columns.map((column) => cell(one[column] ?? "")).join(","));
  return {
    statusCode: 200,
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${slug}-signatories.csv"`,
      ...cached,
    },
    body: `\ufeff${[columns.join(","), ...rows].join("\r\n")}\r\n`,
  };
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
