import { beforeAll, describe, expect, it } from "vitest";
import { isLocale, locales } from "../../shared/locales/languages.ts";
import { wholeStack } from "../stack/provided.ts";
import { htmlFaults } from "../web/valid-html.ts";
import { crawl, type Reached } from "./crawl.ts";

/** Other journeys add members, events and signatures by the hundred: so many of each make, in each language, are enough. */
const most = 3;

/** The folder of what is listed, and the names that a query has. What stands at the top is each of a make of its own. */
function makeOf(path: string): string | undefined {
  const { pathname, searchParams } = new URL(path, "http://localhost");
  const names = [...searchParams.keys()].join();
  const parts = pathname.split("/").filter((part) => part !== "");
  if (isLocale(parts[0] ?? "")) parts.shift();
  if (names === "" && (parts.length < 2 || !listed.has(parts[0] ?? ""))) return undefined;
  return `${pathname.replace(/[^/]+$/, "")}?${names}`;
}
const listed = new Set(["members", "pictures"]);

let reached: Map<string, Reached>;
let pages: Page[];
beforeAll(async () => {
  reached = await crawl(makeOf, most);
  pages = [...reached.values()].filter(({ type }) => type === "text/html").map(pageOf);
});

interface Page {
  path: string;
  html: string;
  locale: string;
  title: string;
  heading: string;
  /** Its own address, where it is one for search engines. */
  canonical: string | undefined;
  /** The address of the same page in each language. */
  alternates: Map<string, string>;
}

function pageOf({ path, html }: Reached): Page {
  const first = (pattern: RegExp) => pattern.exec(html)?.[1];
  const alternates = html.matchAll(/<link rel="alternate" hreflang="([^"]*)" href="([^"]*)"/g);
  return {
    ...{ path, html },
    locale: first(/<html lang="([^"]*)"/) ?? "",
    title: first(/<title>(.*?)<\/title>/) ?? "",
    heading: (first(/<h1[^>]*>(.*?)<\/h1>/s) ?? "").replaceAll(/<[^>]*>/g, "").trim(),
    canonical: first(/<link rel="canonical" href="([^"]*)"/),
    alternates: new Map([...alternates].map(([, locale = "", href = ""]) => [locale, href])),
  };
}

/** What a path says that it is. */
function typeSaid(path: string): RegExp {
  const { pathname, searchParams } = new URL(path, "http://localhost");
  if (pathname.endsWith(".ics")) return /^text\/calendar$/;
  if (pathname.endsWith(".csv") || searchParams.get("format") === "csv") return /^text\/csv$/;
  if (pathname.endsWith(".css")) return /^text\/css$/;
  if (pathname.endsWith(".js")) return /javascript$/;
  if (/\.(svg|png|jpg|ico)$/.test(pathname)) return /^image\//;
  if (pathname.endsWith(".webmanifest")) return /^application\/manifest\+json$/;
  if (pathname.endsWith(".xml")) return /xml$/;
  if (pathname.startsWith("/api/")) return /^(application\/(.*\+)?json|text\/plain|image\/.*)$/;
  return /^text\/html$/;
}

/** Those that search engines are told of, each once: a query only shows the same page in another order. */
const published = () => [
  ...new Map(pages.filter(({ canonical }) => canonical).map((one) => [one.canonical, one])).values(),
];

/** Without its words, and without where its links lead: what pages of one kind share in all languages. */
function markupOf(html: string): string {
  return html
    .replaceAll(/>[^<]+</g, "><")
    .replaceAll(
      / (?:href|hreflang|lang|dir|content|aria-label|alt|value|datetime|data-[a-z-]+)="[^"]*"/g,
      "",
    );
}

const twice = (values: string[]) => values.filter((value, place) => values.indexOf(value) !== place);

describe("whoever walks about from the start page, in six languages", () => {
  it("finds behind every link what it says: a page, a calendar, a table, a picture", () => {
    const wrong = [...reached.values()]
      .filter(({ path, status, type }) => status !== 200 || !typeSaid(path).test(type))
      .map(({ path, from, status, type }) => `${path} (${status}, ${type}), linked from ${from}`);
    expect(wrong).toEqual([]);
    expect(new Set(pages.map(({ locale }) => locale))).toEqual(new Set(locales));
  });

  it("finds the place in the page that a link names", () => {
    const lost = [...reached.values()]
      .filter(({ type }) => type === "text/html")
      .flatMap(({ path, html, fragments }) =>
        [...fragments]
          .filter((id) => id !== "" && !html.includes(` id="${id}"`))
          .map((id) => `${path}#${id}`),
      );
    expect(lost).toEqual([]);
  });

  it("comes to every page of the sitemap", async () => {
    const { origin } = wholeStack();
    const text = await (await fetch(`${origin}/sitemap.xml`)).text();
    const named = [...text.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address = ""]) => address);
    expect(named.length).toBeGreaterThan(locales.length * 10);
    const walked = new Set(published().map(({ canonical }) => canonical));
    expect(named.filter((address) => !walked.has(address))).toEqual([]);
  });

  it("reads a title and a heading on each page that no other page of the language has", () => {
    for (const locale of locales) {
      const here = published().filter((page) => page.locale === locale);
      expect(twice(here.map(({ title }) => title)), locale).toEqual([]);
      expect(twice(here.map(({ heading }) => heading)), locale).toEqual([]);
    }
  });

  it("is led from each page to the same in every language, and back from each of those", () => {
    const byAddress = new Map(published().map((page) => [page.canonical, page]));
    for (const { path, locale, canonical, alternates } of published()) {
      expect([...alternates.keys()].sort(), path).toEqual([...locales, "x-default"].sort());
      expect(alternates.get(locale), path).toBe(canonical);
      for (const address of alternates.values())
        expect(byAddress.get(address)?.alternates ?? alternates, `${address}, from ${path}`).toEqual(
          alternates,
        );
    }
  });

  it("meets valid HTML only", async () => {
    const wrong: Record<string, string[]> = {};
    const kinds = new Map(pages.map((page) => [markupOf(page.html), page]));
    for (const { path, html } of kinds.values()) {
      const faults = await htmlFaults(html);
      if (faults.length > 0) wrong[path] = faults;
    }
    expect(wrong).toEqual({});
  });
});
