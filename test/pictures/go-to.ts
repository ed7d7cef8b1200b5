import type { Page } from "playwright-core";

/** Goes to a place of the console's own, so that the session, which lives in memory, goes along. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState({}, "", to);
    dispatchEvent(new PopStateEvent("popstate"));
  }, path);
  await page.waitForFunction(
    () =>
      !document.body.innerText.includes("One moment") && !document.querySelector("main [aria-busy='true']"),
  );
  await page.waitForTimeout(400);
}
