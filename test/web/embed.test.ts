import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { buildAssets } from "../../infra/building-blocks/assets.ts";
import { root } from "../../infra/local/paths.ts";
import { locales } from "../../shared/locales/speak.ts";
import { embedCounterPage, embedFormPage, embedProblemPage, embedSentPage } from "../../web/pages/embed.tsx";
import { count, day, refusedForm, samplePages, viewOf } from "./samples.ts";
import { htmlFaults } from "./valid-html.ts";

const folder = mkdtempSync(join(tmpdir(), "embed-assets-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the counter's script for other sites", () => {
  const { hash } = buildAssets(root, join(folder, "assets"));
  const script = readFileSync(join(folder, "assets", hash, "embeds/counter.js"));

  it("is smaller than 5 KB, before any packing", () => {
    expect(script.length).toBeLessThan(5_000);
    expect(gzipSync(script).length).toBeLessThan(2_000);
  });

  it("leaves no name behind on the page, and keeps nothing on the reader's machine", () => {
    const text = script.toString();
    expect(text).toMatch(/^(?:"use strict";)?\(\(\)=>\{/);
    expect(text).not.toMatch(/cookie|localStorage|sessionStorage|indexedDB|innerHTML|document\.write/);
    expect(text).toContain('credentials:"omit"');
  });
});

const framed = locales.flatMap((locale) => {
  const view = viewOf(locale, "/embed/x");
  const place = { action: `/embed/form/event.${day.slug}`, source: "embed" };
  const action = { kind: "event", event: day } as const;
  return Object.entries({
    counter: embedCounterPage({ view, title: day.title, path: `/events/${day.slug}`, count }),
    form: embedFormPage({ view, action, place }),
    refused: embedFormPage({ view, action, place, form: refusedForm }),
    closed: embedFormPage({ view, place, action: { kind: "event", event: { ...day, status: "past" } } }),
    sent: embedSentPage({ view }),
    problem: embedProblemPage({ view, word: "unknown-scope" }),
  }).map(([name, html]) => ({ locale, name, html }));
});

describe("every page for frames", () => {
  it.each(framed)("$locale $name is valid HTML without inline code", async ({ html }) => {
    expect(await htmlFaults(html)).toEqual([]);
    expect(html, "a frame that loads itself again").not.toMatch(/http-equiv="?refresh/i);
    expect(html).not.toMatch(/ style=|<style|<script(?![^>]* src=)| on[a-z]+=/);
  });

  it.each(framed)("$locale $name leads out of the frame, and posts within it", ({ html }) => {
    for (const [link] of html.matchAll(/<a [^>]*href="(?!#)[^>]*>/g))
      expect(link).toContain('target="_blank"');
    for (const [, action] of html.matchAll(/<form [^>]*action="([^"]*)"/g))
      expect(action).toMatch(/^(?:\/[a-z]{2})?\/embed\/form\/event\./);
  });
});

describe("the line to copy", () => {
  const lineIn = (html: string | undefined) =>
    (/<textarea [^>]*>([^<]*)<\/textarea>/.exec(html ?? "")?.[1] ?? "")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&amp;", "&");
  const pages = samplePages("fr");

  it("has whole addresses, in the language that was chosen for it and not in that of the page", () => {
    expect(lineIn(pages["data-form"])).toContain(
      `<iframe src="https://campaign.example/ar/embed/form/event.${day.slug}"`,
    );
    expect(lineIn(pages["data-badge"])).toContain("badge.svg?locale=ar");
    expect(lineIn(pages["data-element"])).toMatch(
      /^<script async src="https:\/\/campaign\.example\/embed\/counter\.js"><\/script><encryption-counter scope="event\.[^"]*" lang="ar" dir="rtl"><a href="https:\/\/campaign\.example\/ar\/events\//,
    );
  });

  it("lets no title out of its attribute", () => {
    expect(lineIn(pages["data-form"])).toContain('title="&lt;b>&quot;Global');
    expect(lineIn(pages["data-form"])).not.toContain("<b>");
  });

  it("is none for a form of what nobody signs up for", () => {
    expect(pages["data-none"]).not.toContain("<textarea");
  });
});
