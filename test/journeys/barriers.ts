import { createRequire } from "node:module";
import type axe from "axe-core";
import type { BrowserContext, Page } from "playwright-core";

const checker = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** What depends on the width and the scheme; all else is the same document, and need be looked at once only. */
export const rulesOfLooks = [
  "color-contrast",
  "target-size",
  "link-in-text-block",
  "scrollable-region-focusable",
];

/** Brings the checker into every document of a context: to put it into each one by one takes twice as long. */
export async function bringChecker(context: BrowserContext): Promise<void> {
  await context.addInitScript({ path: checker });
}

/** What axe has against a page of a context that has the checker: rule, place, why. All its rules, unless some are named. */
export async function barriers(page: Page, runOnly?: readonly string[]): Promise<string[]> {
  const { violations } = await page.evaluate(
    (values) =>
      (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
        ...(values && { runOnly: [...values] }),
        resultTypes: ["violations"],
        elementRef: false,
        // What stands in a frame is a page of its own, and another origin's by its sandbox.
        iframes: false,
      }),
    runOnly,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `axe ${id} ${target.join(" ")}: ${failureSummary}`),
  );
}
