import { AxeBuilder } from "@axe-core/playwright";
import { HtmlValidate } from "html-validate";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signInStaff } from "../../infra/local/staff.ts";
import { launchChromium } from "../stack/browser.ts";
import { wholeStack } from "../stack/provided.ts";
import { consoleAddresses } from "../web/console-addresses.ts";
import { freshAddress, linkIn, post, untilMails } from "./visitor.ts";

const looks = [
  { width: 1280, colorScheme: "light", locale: "en-GB", forcedColors: "none" },
  { width: 390, colorScheme: "dark", locale: "fr-FR", forcedColors: "none" },
  { width: 390, colorScheme: "light", locale: "en-GB", forcedColors: "active" },
] as const;

/** The document in the browser is not written by us as text, so how its tags are written says nothing. */
const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    "void-style": "off",
    "attribute-boolean-style": "off",
    "no-trailing-whitespace": "off",
    "no-inline-style": "error",
    "no-redundant-role": "off",
    "long-title": "off",
    "require-sri": "off",
    "attribute-empty-style": "off",
    "no-implicit-button-type": "error",
    "valid-id": ["error", { relaxed: true }],
  },
});

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
  const email = freshAddress("Amina");
  const name = "María-José Fernández de la Vega y Sánchez-Castellanos";
  const body = { email, name, country: "ES" };
  expect((await post("/api/events/global-encryption-day-2027/registrations", body)).status).toBe(202);
  const [mail] = await untilMails(email, 1);
  const token = new URL(linkIn(mail, "/confirm/")).pathname.split("/").at(-1);
  expect((await post(`/api/confirmations/${token}`, {})).status).toBe(200);
});
afterAll(() => browser.close());

/** Somebody who is signed in; what the browser complains about is kept. */
async function admin(
  look: (typeof looks)[number],
): Promise<{ context: BrowserContext; page: Page; faults: string[] }> {
  const { width, ...rest } = look;
  const context = await browser.newContext({ ...rest, viewport: { width, height: 900 } });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on(
    "console",
    (message) => ["error", "warning"].includes(message.type()) && faults.push(message.text()),
  );
  page.on("pageerror", (error) => faults.push(error.message));
  const { email, password } = await signInStaff(wholeStack(), "admin");
  await page.goto(`${wholeStack().origin}/staff`);
  await page.locator("input[type=email]").fill(email);
  await page.locator("input[type=password]").fill(password);
  await page.keyboard.press("Enter");
  await page.locator("main h1").waitFor();
  await page.locator(".console").waitFor();
  return { context, page, faults };
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(wholeStack().origin + path);
  await page.locator(".console main h1").waitFor();
  await page.waitForLoadState("networkidle");
  await expect.poll(() => page.locator("main .waiting").count()).toBe(0);
}

/** What axe, the validator, the policy and a look at the width have against what is shown. */
async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const report = await validator.validateString(await page.evaluate(() => document.body.innerHTML));
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return [
    ...violations.map(({ id, nodes }) => `axe ${id}: ${nodes[0]?.html}`),
    ...report.results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message }) => `${ruleId}: ${message}`),
    ),
    ...(overflow > 0 ? [`${overflow} pixels too wide`] : []),
  ];
}

describe.each(looks)(
  "every screen of the console, $width pixels wide, $colorScheme, $locale, forced colours $forcedColors",
  (look) => {
    it("has no fault that axe or the validator know, fits, has a title of its own, and breaks no policy", async () => {
      const { context, page, faults } = await admin(look);
      const found: string[] = [];
      const titles = new Set<string>();
      for (const { name, path } of consoleAddresses) {
        await open(page, path);
        found.push(...(await faultsOf(page)).map((fault) => `${name}: ${fault}`));
        titles.add(await page.title());
      }
      expect(found).toEqual([]);
      expect(titles.size).toBe(consoleAddresses.length);
      expect(faults.filter((fault) => !/status of 404/.test(fault))).toEqual([]);
      await context.close();
    });

    it("nor in its sheets, its menu, its editors and a person's file", async () => {
      const { context, page, faults } = await admin(look);
      const found: string[] = [];
      const check = async (name: string) =>
        found.push(...(await faultsOf(page)).map((fault) => `${name}: ${fault}`));
      const menu = page.locator(".menu-button");
      if (await menu.isVisible()) await menu.click();
      await check("menu");
      await page.locator("main h1").focus();
      await page.keyboard.press("?");
      await page.locator("dialog[open]").waitFor();
      await check("keys");
      await open(page, "/staff/campaigns/global-encryption-day-2027");
      await page.keyboard.press("e");
      await page.locator("form.card").waitFor();
      await check("campaign editor");
      await open(page, "/staff/registrants/event.global-encryption-day-2027");
      await page.locator("[data-row]").first().click();
      await page.locator(".desk .card").first().waitFor();
      await check("person");
      await page.locator(".desk-side button").last().click();
      await page.locator("dialog[open]").waitFor();
      await check("asks twice");
      await open(page, "/staff/people");
      await page.locator("[data-row]").first().click();
      await page.locator("dialog[open]").waitFor();
      await check("roles");
      expect(found).toEqual([]);
      expect(faults).toEqual([]);
      await context.close();
    });
  },
);
