import type { RouteKey } from "../../shared/contracts/routes.ts";
import { NotFound } from "../../shared/domain/refused.ts";
import { isLocale, type Locale } from "../../shared/locales/speak.ts";
import { pathIn } from "../../web/link.ts";
import { embedProblemPage } from "../../web/pages/embed.tsx";
import { problemPage } from "../../web/pages/problem.tsx";
import type { View } from "../../web/view.ts";
import type { Asked } from "../edge/asked.ts";
import type { Problem, Route, Routes } from "../edge/chain.ts";
import { framable } from "../edge/policy.ts";
import { problemReply } from "../edge/problems.ts";
import { html, type Reply } from "../edge/reply.ts";
import { searchOf } from "../edge/search.ts";
import { isEmbed } from "./embed-pages.ts";
import { firstVisitVaries, languageOfFirstVisit } from "./first-visit.ts";
import { pageFor, type Surroundings } from "./page-table.ts";
import { siteFile } from "./site-files.ts";
import { isStaffPath, staffReply } from "./staff-shell.ts";

/** Seconds that the CDN may keep a page; a stale one is better than none while we are in trouble. */
const kept = "public, max-age=5, stale-while-revalidate=30, stale-if-error=600";

/** Every page that is read only, in every language, by one route: the table of pages finds which. */
export function pageRoutes(
  surroundings: Surroundings & { contact: string },
): Routes<RouteKey<"website-pages">> {
  const route: Route = {
    async handle(asked) {
      const file = await siteFile(surroundings, asked.path);
      if (file) return file;
      const led = languageOfFirstVisit(asked);
      if (led) return leadTo(pathIn(led, "/") + searchOf(asked));
      const view = viewOf(surroundings, asked);
      if (view.path.startsWith("/api/") || view.path === "/api") throw new NotFound();
      if (isStaffPath(view)) return staffReply(view, surroundings.staff);
      const page = await pageFor(surroundings, view, asked);
      if (page === undefined) throw new NotFound();
      return html(200, page, headersOf(view, asked));
    },
    show: (asked, problem) => problemShown(viewOf(surroundings, asked), asked, problem),
  };
  return { "GET /": route, "GET /{proxy+}": route };
}

function problemShown(view: View, { requestId }: Asked, problem: Problem) {
  const { status, type: word } = problem;
  if (view.path.startsWith("/api")) return problemReply(problem);
  if (isEmbed(view)) return html(status, embedProblemPage({ view, word }), framable());
  return html(status, problemPage({ view, word, status, requestId }));
}

function headersOf(view: View, asked: Asked): Record<string, string> {
  return {
    "cache-control": kept,
    ...(isEmbed(view) && framable()),
    ...(asked.path === "/" && { vary: firstVisitVaries }),
  };
}

function leadTo(location: string): Reply {
  return { statusCode: 302, headers: { location, "cache-control": kept, vary: firstVisitVaries }, body: "" };
}

/** The language in front of a path, and the path behind it; English has none in front. */
function viewOf({ origin, seenOneIn }: Surroundings, asked: Asked): View {
  const path = asked.path.length > 1 ? asked.path.replace(/\/+$/, "") : "/";
  const [, first = ""] = path.split("/", 2);
  const locale: Locale = isLocale(first) && first !== "en" ? first : "en";
  const own = locale === "en" ? path : path.slice(locale.length + 1) || "/";
  return { locale, path: own, search: searchOf(asked), origin, seenOneIn };
}
