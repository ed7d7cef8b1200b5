import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { launchChromium } from "../stack/browser.ts";

/**
 * One browser for a file of journeys. What this gives opens a page as somebody else would, who shares nothing with the
 * others; it is closed after the test that opened it, or after the file.
 */
export function visits(usual: BrowserContextOptions = {}): (given?: BrowserContextOptions) => Promise<Page> {
  let browser: Browser;
  let lasting: ReturnType<Browser["contexts"]>;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  beforeEach(() => {
    lasting = browser.contexts();
  });
  afterEach(async () => {
    const ofTest = browser.contexts().filter((context) => !lasting.includes(context));
    await Promise.all(ofTest.map((context) => context.close()));
  });
  afterAll(() => browser.close());
  return async (given) => (await browser.newContext({ ...usual, ...given })).newPage();
}

/** What the browser complains of from now on: a policy that is broken, a script that failed. */
export function complaintsOf(page: Page, kinds: readonly string[] = ["error"]): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => kinds.includes(message.type()) && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  return complaints;
}
