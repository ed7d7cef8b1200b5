import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type axe from "axe-core";
import type { BrowserContext, Page } from "playwright-core";

const checker = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What depends on the width and the scheme; all else is the same document, and need be looked at once only. */
export const rulesOfLooks = [
  "color-contrast",
  "target-size",
  "link-in-text-block",
  "scrollable-region-focusable",
];

/** Brings the checker into every document of a context: to put it into each one by one takes twice as long. */
export async function bringChecker(context: BrowserContext): Promise<void> {
  await context.addInitScript({ content: checker });
}

/** What axe has against a page: rule, place, why. All its rules, unless some, or tags of some, are named. */
export async function barriers(page: Page, runOnly?: readonly string[], within = "html"): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(checker);
  const { violations } = await page.evaluate(
    ([values, part]) =>
      (globalThis as unknown as { axe: typeof axe }).axe.run(part, {
        ...(values && { runOnly: [...values] }),
        resultTypes: ["violations"],
        elementRef: false,
        // What stands in a frame is a page of its own, and another origin's by its sandbox.
        iframes: false,
      }),
    [runOnly, within] as const,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `axe ${id} ${target.join(" ")}: ${failureSummary}`),
  );
}
