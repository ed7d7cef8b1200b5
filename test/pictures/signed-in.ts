import type { Page } from "playwright-core";
import { signInStaff } from "../../infra/local/staff.ts";
import { wholeStack } from "../stack/provided.ts";

/** Opens the console as an admin. */
export async function signIn(page: Page): Promise<void> {
  const { email, password } = await signInStaff(wholeStack(), "admin");
  await page.goto(`${wholeStack().origin}/staff`);
  await page.getByLabel("Email address").waitFor();
  await page.keyboard.type(email);
  await page.keyboard.press("Tab");
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
  await page.locator(".console main h1").waitFor();
}

/** Goes to a place of the console's own, so that the session, which lives in memory, goes along. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState({}, "", to);
    dispatchEvent(new PopStateEvent("popstate"));
  }, path);
  await page.waitForFunction(() => !document.body.innerText.includes("One moment"));
  await page.waitForTimeout(200);
}
