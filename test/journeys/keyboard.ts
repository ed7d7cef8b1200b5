import type { Page } from "playwright-core";
import { expect } from "vitest";

/** Where the focus stands, as somebody without a mouse sees it. */
export interface Stop {
  id: string;
  name: string;
  type: string;
  href: string;
  outlined: boolean;
}

export function focused(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const at = document.activeElement ?? document.body;
    const { outlineStyle, outlineWidth } = getComputedStyle(at);
    return {
      id: at.id,
      name: at.getAttribute("name") ?? "",
      type: at.getAttribute("type") ?? "",
      href: at.getAttribute("href") ?? "",
      outlined: outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2,
    };
  });
}

/** Presses Tab until the focus stands where it is wanted; each stop on the way must be seen. */
export async function tabTo(page: Page, isThere: (stop: Stop) => boolean): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press("Tab");
    const stop = await focused(page);
    expect(stop.outlined, `the focus is seen at ${JSON.stringify(stop)}`).toBe(true);
    if (isThere(stop)) return;
  }
  throw new Error("the keyboard does not lead there");
}
