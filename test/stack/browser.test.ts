import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchChromium } from "./browser.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

it("draws a page in a real Chromium, from right to left where the page says so", async () => {
  const page = await browser.newPage();
  await page.setContent('<p lang="ar" dir="rtl"><span>اليوم العالمي للتشفير</span></p>');
  const box = await page.locator("span").boundingBox();
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeGreaterThan(1200);
  expect((await page.screenshot()).byteLength).toBeGreaterThan(1000);
});
