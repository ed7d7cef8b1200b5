import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import type { BrowserContext } from "playwright-core";
import { buildAssets } from "../../infra/building-blocks/assets.ts";
import type { Locale } from "../../shared/locales/speak.ts";
import { framedCounter, samplePages } from "../web/samples.ts";

const root = join(import.meta.dirname, "../..");
const host = "https://campaign.example";
const types: Record<string, string> = {
  ".css": "text/css",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};

/** Where a sample page is served in a context that `serveSamples` was given. */
export function sampleAddress(locale: Locale, name: string): string {
  return `${host}/sample/${locale}/${name}`;
}

/** The counter that the page of open data shows in a frame. */
function framedAt(path: string): string | undefined {
  const found = /^(?:\/(\w\w))?\/embed\/counter\//.exec(path);
  return found ? framedCounter((found[1] ?? "en") as Locale) : undefined;
}

/**
 * Serves every page in every state, with the assets as they are deployed, to one browser context, without a server.
 * Answers with a list that grows by each request that went elsewhere; all of them are refused.
 */
export async function serveSamples(context: BrowserContext, locales: readonly Locale[]): Promise<string[]> {
  const { folder, hash } = buildAssets(root, mkdtempSync(join(tmpdir(), "sample-assets-")));
  const pages = new Map(locales.map((locale) => [locale as string, samplePages(locale)]));
  const strayed: string[] = [];
  await context.route("**/*", (route) => {
    const url = new URL(route.request().url());
    if (url.origin !== host) {
      strayed.push(url.href);
      return route.abort();
    }
    const [, part, first = "", name = ""] = url.pathname.split("/");
    const html = part === "sample" ? pages.get(first)?.[name] : framedAt(url.pathname);
    if (html !== undefined) return route.fulfill({ contentType: "text/html; charset=utf-8", body: html });
    const file = join(folder, hash, name);
    if (part !== "assets" || !existsSync(file)) return route.fulfill({ status: 404, body: "" });
    return route.fulfill({
      contentType: types[extname(name)] ?? "application/octet-stream",
      body: readFileSync(file),
    });
  });
  return strayed;
}
