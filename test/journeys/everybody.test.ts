import type { BrowserContext, Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { direction, type Locale, locales } from "../../shared/locales/languages.ts";
import { samplePages } from "../web/samples.ts";
import { barriers, bringChecker, rulesOfLooks } from "./barriers.ts";
import { visits } from "./browsing.ts";
import { sampleAddress, serveSamples } from "./sample-site.ts";

/**
 * Each page in each state is seen twice: on a phone in one of the languages that run from left to right, by turns, and on a
 * desktop in Arabic. Schemes change from page to page, so that each goes with each width and each language.
 */
const leftToRight = locales.filter((locale) => direction(locale) === "ltr");
interface Look {
  locale: Locale;
  width: keyof typeof widths;
  scheme: "light" | "dark";
}

function looksAt(place: number): Look[] {
  const schemes = place % 2 === 0 ? (["light", "dark"] as const) : (["dark", "light"] as const);
  const locale = leftToRight[place % leftToRight.length] ?? "en";
  return [
    { locale, width: "phone", scheme: schemes[0] },
    { locale: "ar", width: "desktop", scheme: schemes[1] },
  ];
}

const widths = { phone: { width: 375, height: 740 }, desktop: { width: 1280, height: 900 } };
const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const runs = { phone: standards, desktop: rulesOfLooks };

// The checker is put into the page by the test; the pages' own policy would rightly refuse it.
const visit = visits({ reducedMotion: "reduce", bypassCSP: true });
let context: BrowserContext;
let strayed: string[];
beforeAll(async () => {
  context = (await visit()).context();
  await bringChecker(context);
  strayed = await serveSamples(context, locales);
});

const names = Object.keys(samplePages("en"));

/** Whether one would have to scroll sideways, with letters of another size too. */
async function tooWide(
  page: Page,
  size: { width: number; height: number },
  letters: string,
): Promise<string[]> {
  await page.setViewportSize(size);
  const wide = await page.evaluate((fontSize) => {
    document.documentElement.style.fontSize = fontSize;
    return document.documentElement.scrollWidth;
  }, letters);
  return wide > size.width ? [`is ${wide} wide`] : [];
}

/** Two pages side by side, since two processors are there. */
async function eachSample(look: (page: Page, name: string, place: number) => Promise<void>): Promise<void> {
  const left = [...names.entries()];
  const worker = async () => {
    const page = await context.newPage();
    for (let next = left.shift(); next !== undefined; next = left.shift()) await look(page, next[1], next[0]);
    await page.close();
  };
  await Promise.all([worker(), worker()]);
}

it("every page in every state meets WCAG 2.2 AA, and fits 320 pixels", async () => {
  const found: Record<string, string[]> = {};
  await eachSample(async (page, name, place) => {
    for (const { locale, width, scheme } of looksAt(place)) {
      await page.setViewportSize(widths[width]);
      await page.emulateMedia({ colorScheme: scheme });
      await page.goto(sampleAddress(locale, name));
      found[`${name} ${locale} ${width} ${scheme}`] = await barriers(page, runs[width]);
      if (width === "desktop")
        found[`${name} ${locale} at 200 %`] = await tooWide(page, widths.desktop, "200%");
      // As wide as a desktop of 1,280 pixels is at 400 % zoom.
      found[`${name} ${locale} at 320`] = await tooWide(page, { width: 320, height: 640 }, "");
    }
  });
  expect(Object.keys(found)).toHaveLength(names.length * 5);
  const barriersFound = Object.entries(found).filter(([, lines]) => lines.length > 0);
  expect(Object.fromEntries(barriersFound)).toEqual({});
}, 240_000);

it("prints the matter and nothing of the machinery", async () => {
  const page = await context.newPage();
  await page.goto(sampleAddress("en", "event"));
  await page.emulateMedia({ media: "print" });
  expect(await page.locator("h1").isVisible()).toBe(true);
  for (const machinery of [".site-header nav", ".site-footer nav", "form", ".hero-picture"])
    expect(await page.locator(machinery).first().isVisible(), machinery).toBe(false);
  const ink = await page.evaluate(() => getComputedStyle(document.querySelector("h1") as Element).color);
  expect(ink).toBe("rgb(0, 0, 0)");
  await page.close();
});

it("moves nothing where less motion is asked for, and keeps edges and marks in forced colours", async () => {
  const page = await context.newPage();
  await page.emulateMedia({ media: "screen", forcedColors: "active" });
  await page.goto(sampleAddress("en", "campaign"));
  const moving = await page.evaluate(
    () =>
      [...document.querySelectorAll("*")].filter((one) => {
        const { transitionDuration, animationName } = getComputedStyle(one);
        return transitionDuration !== "0s" || animationName !== "none";
      }).length,
  );
  expect(moving).toBe(0);
  const strokes = await page.evaluate(() =>
    [".world-dots path:first-child", ".world-dots .dots-4"].map(
      (one) => getComputedStyle(document.querySelector(one) as Element).stroke,
    ),
  );
  expect(new Set(strokes).size, "lit and dark dots differ").toBe(2);
  await page.close();
});

it("asks nothing of any other host", () => {
  expect(strayed).toEqual([]);
});
