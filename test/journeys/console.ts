import type { Page } from "playwright-core";
import { type StaffRole, signInStaff } from "../../infra/local/staff.ts";
import { wholeStack } from "../stack/provided.ts";

/** Signs in as a member of staff and waits for a place of the console; gives their address, and a token of theirs. */
export async function openConsole(
  page: Page,
  role: StaffRole,
  path = "/staff",
): Promise<{ email: string; token: string }> {
  const { email, password, token } = await signInStaff(wholeStack(), role);
  await page.goto(wholeStack().origin + path);
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.keyboard.press("Enter");
  await page.locator(".console main h1").waitFor();
  return { email, token };
}
