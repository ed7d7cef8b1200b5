import type { Page } from "playwright-core";
import { expect } from "vitest";
import { type StaffRole, signInStaff } from "../../infra/local/staff.ts";
import { wholeStack } from "../stack/provided.ts";
import { barriers } from "./barriers.ts";

/** Signs in as a member of staff and waits for a place of the console; gives their address, and a token of theirs. */
export async function openConsole(
  page: Page,
  role: StaffRole,
  path = "/staff",
): Promise<{ email: string; token: string }> {
  const { email, password, token } = await signInStaff(wholeStack(), role);
  await page.goto(wholeStack().origin + path);
  await page.locator("input[type=email]").fill(email);
  await page.locator("input[type=password]").fill(password);
  await page.keyboard.press("Enter");
  await page.locator(".console main h1").waitFor();
  return { email, token };
}

/** Waits until a screen has all that it asked for. */
export async function untilShown(page: Page): Promise<void> {
  await expect.poll(() => page.locator("main .waiting").count()).toBe(0);
}

/** What axe and a look at the width have against a page, once nothing moves. All of axe's rules, unless some are named. */
export async function faultsOf(page: Page, rules?: readonly string[]): Promise<string[]> {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return [...(overflow > 0 ? [`${overflow} pixels too wide`] : []), ...(await barriers(page, rules))];
}

/** Sees a screen on a phone by night and at a desk by day, and finds no fault. */
export async function expectNoFault(page: Page): Promise<void> {
  await untilShown(page);
  for (const [width, colorScheme] of [
    [390, "dark"],
    [1280, "light"],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    expect(await faultsOf(page), `${page.url()} at ${width}`).toEqual([]);
  }
}
