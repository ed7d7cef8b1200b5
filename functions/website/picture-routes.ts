import { BadgeQuery } from "../../shared/contracts/counts.ts";
import type { RouteKey } from "../../shared/contracts/routes.ts";
import { type Locale, nearestLocale, speak } from "../../shared/locales/speak.ts";
import { counterOf } from "../../shared/table/counter.ts";
import { atLeastZero, publicScope } from "../../shared/table/counts.ts";
import type { ScopeItem } from "../../shared/table/scope.ts";
import type { Table } from "../../shared/table/table.ts";
import { textIn } from "../../shared/table/views.ts";
import { sharePictureSvg } from "../../web/share-picture.ts";
import type { Routes } from "../edge/chain.ts";
import { check } from "../edge/check.ts";
import type { PngRenderer } from "./png.ts";

interface Surroundings {
  table: Table;
  png: PngRenderer;
}

/** Drawing takes a tenth of a second of a whole processor, and services keep what they fetched for days anyway. */
const kept = "public, max-age=60, stale-while-revalidate=600, stale-if-error=86400";

const labels = { pledge: "count.promised", statement: "count.signed" } as const;

/** The picture that stands for a campaign, an event or a pledge where its page is shared, with the number of now. */
export function pictureRoutes({ table, png }: Surroundings): Routes<RouteKey<"website-pictures">> {
  return {
    "GET /api/counts/{scope}/picture.png": {
      async handle(asked) {
        const locale = nearestLocale(check(BadgeQuery, asked.query).locale);
        const { scope, details } = await publicScope(table, asked.params.scope ?? "");
        const { people } = await counterOf(table, scope);
        const label =
          details?.kind === "pledge" || details?.kind === "statement" ? labels[details.kind] : undefined;
        const words = { ...wordsOf(details, locale), ...(label && { label }) };
        const svg = sharePictureSvg({ locale, ...words, people: atLeastZero(people) });
        return {
          statusCode: 200,
          headers: {
            "content-type": "image/png",
            "cache-control": kept,
            "access-control-allow-origin": "*",
            "cross-origin-resource-policy": "cross-origin",
          },
          isBase64Encoded: true,
          body: Buffer.from(await png(svg)).toString("base64"),
        };
      },
    },
  };
}

function wordsOf(details: ScopeItem | undefined, locale: Locale): { title: string; eyebrow: string } {
  const { t } = speak(locale);
  return {
    title: details ? textIn(details.title, locale) : t("page.home.title"),
    eyebrow: t("coalition.name"),
  };
}
