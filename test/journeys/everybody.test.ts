import axe from "axe-core";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Locale } from "../../shared/locales/speak.ts";
import { launchChromium } from "../stack/browser.ts";
import { samplePages } from "../web/samples.ts";
import { sampleAddress, serveSamples } from "./sample-site.ts";

/** Right-to-left and left-to-right; the other languages use the same styles. */
const languages = ["en", "ar"] as const satisfies readonly Locale[];
/** Each language is seen in both schemes, and each width too, in two looks instead of four. */
const looks = {
  en: { phone: "light", desktop: "dark" },
  ar: { phone: "dark", desktop: "light" },
} as const;
const widths = { phone: { width: 375, height: 740 }, desktop: { width: 1280, height: 900 } };
const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** What depends on the width and the scheme; all else is the same document, and looked at once. */
const ofLooks = ["color-contrast", "target-size", "link-in-text-block", "scrollable-region-focusable"];
const runs = { phone: standards, desktop: ofLooks };

let browser: Browser;
let context: BrowserContext;
let strayed: string[];
beforeAll(async () => {
  browser = await launchChromium();
  // The checker is put into the page by the test; the pages' own policy would rightly refuse it.
  context = await browser.newContext({ reducedMotion: "reduce", bypassCSP: true });
  strayed = await serveSamples(context, languages);
});
afterAll(() => browser.close());

const names = Object.keys(samplePages("en"));

/** What is wrong, one line each: rule, place, why. */
async function barriers(page: Page, runOnly: string[]): Promise<string[]> {
  const { violations } = await page.evaluate(
    (values) =>
      (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
        runOnly: values,
        resultTypes: ["violations"],
        elementRef: false,
      }),
    runOnly,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(" ")}: ${failureSummary}`),
  );
}

/** Two pages side by side, since two processors are there. */
async function eachSample(look: (page: Page, name: string) => Promise<void>): Promise<void> {
  const left = [...names];
  const worker = async () => {
    const page = await context.newPage();
    for (let name = left.shift(); name !== undefined; name = left.shift()) await look(page, name);
    await page.close();
  };
  await Promise.all([worker(), worker()]);
}

describe.each(languages)("every page in every state, in %s", (locale) => {
  it("meets WCAG 2.2 AA at phone and desktop, in light and dark, and fits 320 pixels", async () => {
    const found: Record<string, string[]> = {};
    await eachSample(async (page, name) => {
      for (const width of ["phone", "desktop"] as const) {
        await page.setViewportSize(widths[width]);
        await page.emulateMedia({ colorScheme: looks[locale][width] });
        if (width === "phone") {
          await page.goto(sampleAddress(locale, name));
          await page.evaluate(axe.source);
        }
        found[`${name} ${width}`] = await barriers(page, runs[width]);
      }
      // As wide as a desktop of 1,280 pixels is at 400 % zoom.
      await page.setViewportSize({ width: 320, height: 640 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      found[`${name} at 320`] = wide > 320 ? [`is ${wide} wide`] : [];
    });
    expect(Object.keys(found)).toHaveLength(names.length * 3);
    const barriersFound = Object.entries(found).filter(([, lines]) => lines.length > 0);
    expect(Object.fromEntries(barriersFound)).toEqual({});
  }, 180_000);
});

it("asks nothing of any other host", () => {
  expect(strayed).toEqual([]);
});
