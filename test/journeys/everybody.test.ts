import axe from "axe-core";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { direction, type Locale, locales } from "../../shared/locales/languages.ts";
import { launchChromium } from "../stack/browser.ts";
import { samplePages } from "../web/samples.ts";
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
let browser: Browser;
let context: BrowserContext;
let strayed: string[];
beforeAll(async () => {
  browser = await launchChromium();
  // The checker is put into the page by the test; the pages' own policy would rightly refuse it.
  context = await browser.newContext({ reducedMotion: "reduce", bypassCSP: true });
  strayed = await serveSamples(context, locales);
});
afterAll(() => browser.close());

const names = Object.keys(samplePages("en"));

/** What is wrong, one line each: rule, place, why. */
async function barriers(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate(
    (values) =>
      (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
        runOnly: values,
        resultTypes: ["violations"],
        elementRef: false,
      }),
    standards,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(" ")}: ${failureSummary}`),
  );
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
      await page.evaluate(axe.source);
      found[`${name} ${locale} ${width} ${scheme}`] = await barriers(page);
      // As wide as a desktop of 1,280 pixels is at 400 % zoom.
      await page.setViewportSize({ width: 320, height: 640 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      found[`${name} ${locale} at 320`] = wide > 320 ? [`is ${wide} wide`] : [];
    }
  });
  expect(Object.keys(found)).toHaveLength(names.length * 4);
  const barriersFound = Object.entries(found).filter(([, lines]) => lines.length > 0);
  expect(Object.fromEntries(barriersFound)).toEqual({});
}, 240_000);

it("asks nothing of any other host", () => {
  expect(strayed).toEqual([]);
});
