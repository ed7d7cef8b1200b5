import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { root } from "../../infra/local/paths.ts";
import type { Locale } from "../../shared/locales/speak.ts";

/** How a page is looked at. */
export interface Look {
  name: string;
  locale: Locale;
  width: number;
  scheme: "light" | "dark";
}

/** Each shows something that the others do not; together they are each width, each scheme, each direction. */
export const looks: readonly Look[] = [
  { name: "phone", locale: "en", width: 390, scheme: "light" },
  { name: "desktop", locale: "en", width: 1280, scheme: "light" },
  { name: "dark", locale: "en", width: 390, scheme: "dark" },
  { name: "arabic", locale: "ar", width: 390, scheme: "light" },
];

/** A page to take pictures of, in a browser that wants it as the look says. */
export function newPage(browser: Browser, { width, scheme }: Look): Promise<Page> {
  const height = width < 600 ? 844 : 900;
  return browser.newPage({
    viewport: { width, height },
    colorScheme: scheme,
    reducedMotion: "reduce",
    timezoneId: "UTC",
    locale: "en-GB",
  });
}

/** Writes what the page shows, from top to bottom, as `docs/pictures/<name>.webp`: a quarter of what a PNG weighs. */
export async function take(page: Page, name: string): Promise<void> {
  // What is still being unpacked would be a gap.
  await page.evaluate(() => Promise.allSettled([...document.images].map((image) => image.decode())));
  const session = await page.context().newCDPSession(page);
  const { cssContentSize } = await session.send("Page.getLayoutMetrics");
  const { data } = await session.send("Page.captureScreenshot", {
    format: "webp",
    quality: 60,
    captureBeyondViewport: true,
    clip: { x: 0, y: 0, width: cssContentSize.width, height: cssContentSize.height, scale: 1 },
  });
  const path = join(root, "docs/pictures", `${name}.webp`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, Buffer.from(data, "base64"));
  await session.detach();
}
