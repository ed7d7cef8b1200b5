import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Page, Request, Route } from "playwright-core";
import { describe, expect, it, vi } from "vitest";
import { wholeStack } from "../stack/provided.ts";
import { visits } from "./browsing.ts";
import { untilAllIsCounted, untilAllIsMailed } from "./mail-queues.ts";
import { countOf, freshAddress, linkIn, mailsTo, until, untilMails } from "./visitor.ts";

const day = "global-encryption-day-2027";

const open = visits();

interface Device {
  viewport: { width: number; height: number };
  javaScriptEnabled: boolean;
}

const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 900 };
const withScript: [string, Device][] = [
  ["on a phone", { viewport: phone, javaScriptEnabled: true }],
  ["on a desk", { viewport: desk, javaScriptEnabled: true }],
];
const everyDevice: [string, Device][] = [
  ...withScript,
  ["on a phone without script", { viewport: phone, javaScriptEnabled: false }],
  ["on a desk without script", { viewport: desk, javaScriptEnabled: false }],
];

async function visit(device: Device, path: string): Promise<Page> {
  const page = await open(device);
  await page.goto(wholeStack().origin + path);
  return page;
}

const button = "main form[method=post] button[type=submit]";

/** Each form by its path, what is typed into it, and what must be ticked and chosen. */
const forms: { path: string; typed: Record<string, string>; chosen?: object; ticked?: string[] }[] = [
  { path: `/events/${day}`, typed: { name: "Amina Diallo" }, chosen: { country: "SN" } },
  { path: "/pledges/make-the-switch", typed: { name: "Amina Diallo", comment: "For my sister." } },
  { path: "/statements/2027", typed: { name: "Amina Diallo", title: "Professor, Dakar" } },
  {
    path: "/join?as=expert",
    typed: { name: "Amina Diallo", why: "I teach it." },
    chosen: { country: "SN" },
    ticked: ["consent.listed", "principles"],
  },
];

async function fillIn(page: Page, form: (typeof forms)[number], email: string): Promise<void> {
  for (const [name, text] of Object.entries({ ...form.typed, email }))
    await page.fill(`[name="${name}"]`, text);
  for (const [name, value] of Object.entries(form.chosen ?? {}))
    await page.selectOption(`[name="${name}"]`, value);
  for (const name of form.ticked ?? []) await page.check(`[name="${name}"]`);
}

/** A browser fills in a page that it comes back to by and by. */
const untilKept = (page: Page, form: (typeof forms)[number], email: string) =>
  vi.waitFor(() => expectKept(page, form, email), { timeout: 10_000 });

async function expectKept(page: Page, form: (typeof forms)[number], email: string): Promise<void> {
  for (const [name, text] of Object.entries({ ...form.typed, ...form.chosen, email }))
    expect(await page.inputValue(`[name="${name}"]`), name).toBe(text);
  for (const name of form.ticked ?? []) expect(await page.isChecked(`[name="${name}"]`), name).toBe(true);
}

/** A browser without script takes the fragment of the form along. */
const untilSent = (page: Page) => page.waitForURL(({ pathname }) => pathname === "/check-your-mail");

/** A form that is sent, and not the word that one has come into view. */
const isPost = (request: Request) =>
  request.method() === "POST" && !new URL(request.url()).pathname.startsWith("/api/seen/");
const isSent = (route: Route) => isPost(route.request());

/** The next form that is sent meets this; those after it do not. */
async function nextSent(page: Page, meets: (route: Route) => Promise<void>): Promise<void> {
  let isNext = true;
  await page.route("**", (route) => {
    if (!isNext || !isSent(route)) return route.continue();
    isNext = false;
    return meets(route);
  });
}

/** What the API's gateway says where no function of ours can answer. */
const gatewayIsDown = (route: Route) =>
  route.fulfill({ status: 503, json: { message: "Service Unavailable" } });
const lineIsCut = (route: Route) => route.abort("internetdisconnected");
/** What the CDN says where it does not reach the API. */
const cdnIsAlone = (route: Route) =>
  route.fulfill({
    status: 502,
    contentType: "text/html; charset=utf-8",
    body: readFileSync(join(import.meta.dirname, "../../web/assets/down.html")),
  });

const faults: [string, (route: Route) => Promise<void>][] = [
  ["the API says 503", gatewayIsDown],
  ["the line is cut", lineIsCut],
  ["the API is not reached", cdnIsAlone],
];

describe.each(withScript)("a form that cannot be sent, %s", (_where, device) => {
  it.each(forms)(
    "at $path says so beside its button, keeps what was typed, and goes through then",
    async (form) => {
      const email = freshAddress("unsent");
      const page = await visit(device, form.path);
      await fillIn(page, form, email);
      for (const [what, fault] of faults) {
        await page.unrouteAll();
        await nextSent(page, fault);
        await page.click(button);
        const said = page.getByRole("alert").filter({ hasText: "We could not take it just now" });
        await said.waitFor();
        expect(await said.evaluate((one) => one === document.activeElement), what).toBe(true);
        await expect
          .poll(() => said.evaluate((one) => one.getBoundingClientRect().bottom <= innerHeight), {
            message: what,
            timeout: 10_000,
          })
          .toBe(true);
        await expectKept(page, form, email);
      }
      await page.click(button);
      await untilSent(page);
      expect(await untilMails(email, 1)).toHaveLength(1);
      await page.goBack();
      await page.waitForURL(`**${form.path}`);
    },
  );
});

describe.each([
  ["on a phone", { viewport: phone, javaScriptEnabled: false }],
  ["on a desk", { viewport: desk, javaScriptEnabled: false }],
])("a form without script, %s", (_where, device) => {
  it.each([
    ["the line is cut", lineIsCut, undefined],
    ["the API is not reached", cdnIsAlone, "We are not reachable right now"],
  ])("has what was typed when one goes back after %s", async (_what, fault, said) => {
    const [form] = forms as [(typeof forms)[number]];
    const email = freshAddress("back");
    const page = await visit(device, form.path);
    await fillIn(page, form, email);
    // Chromium notes for its history what was typed a second after the last letter: nobody types and is gone sooner.
    await sleep(1_200);
    await nextSent(page, fault);
    await page.click(button, { noWaitAfter: true });
    if (said) await page.getByRole("heading", { level: 1, name: said }).waitFor();
    else await expect.poll(() => page.evaluate(() => location.protocol)).toBe("chrome-error:");
    await page.goBack();
    await page.waitForURL(`**${form.path}`);
    await untilKept(page, form, email);
    await page.click(button);
    await untilSent(page);
  });
});

describe.each(everyDevice)("%s", (_where, device) => {
  it("a form that is refused is sent once, says why at its top, and back leads to it as it was typed", async () => {
    const [form] = forms as [(typeof forms)[number]];
    const page = await visit(device, form.path);
    let sent = 0;
    page.on("request", (request) => {
      if (isPost(request)) sent += 1;
    });
    await fillIn(page, form, "amina@");
    await page.click(button);
    const problems = page.locator("#problems");
    await problems.waitFor();
    expect(sent).toBe(1);
    expect(new URL(page.url()).hash).toBe("#problems");
    expect(await page.title()).toMatch(/^Error/);
    await expectKept(page, form, "amina@");
    await expect.poll(() => problems.evaluate((one) => one.getBoundingClientRect().top)).toBeLessThan(60);
    if (device.javaScriptEnabled)
      expect(await problems.evaluate((one) => one === document.activeElement)).toBe(true);
    await problems.getByRole("link").first().click();
    expect(await page.getAttribute(":focus", "name")).toBe("email");
    await page.goBack();
    await problems.waitFor();
    await page.goBack();
    await problems.waitFor({ state: "detached" });
    await untilKept(page, form, "amina@");
    expect(await page.title()).not.toMatch(/^Error/);
    const email = freshAddress("mended");
    await page.fill("[name=email]", email);
    await page.click(button);
    await untilSent(page);
    expect(await untilMails(email, 1)).toHaveLength(1);
  });

  it("an answer without the form takes the place of the whole page", async () => {
    const [form] = forms as [(typeof forms)[number]];
    const page = await visit(device, form.path);
    await fillIn(page, form, "amina@");
    const gone = await (await fetch(`${wholeStack().origin}/nowhere`)).text();
    await nextSent(page, (route) => route.fulfill({ status: 404, contentType: "text/html", body: gone }));
    await page.click(button);
    await page.getByRole("heading", { level: 1, name: "There is nothing here" }).waitFor();
    expect(await page.locator("h1").count()).toBe(1);
    await page.goBack();
    await page.getByRole("heading", { level: 1, name: "Global Encryption Day 2027" }).waitFor();
    await untilKept(page, form, "amina@");
  });

  it("a page that is not there leads on: to the start page, and to the same in another language", async () => {
    const page = await visit(device, "/ar/nowhere");
    expect(await page.textContent("h1")).not.toBe("");
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.click("main a.button");
    await page.waitForURL("**/ar");
    await page.goBack();
    await page.click("nav.languages summary");
    await page.click("nav.languages a[lang=en]");
    await page.getByRole("heading", { level: 1, name: "There is nothing here" }).waitFor();
  });
});

it.each(withScript)(
  "a slow line, the button pressed three times: sent once, and said so, %s",
  async (_where, device) => {
    const [form] = forms as [(typeof forms)[number]];
    const email = freshAddress("impatient");
    const page = await visit(device, form.path);
    let sent = 0;
    await page.route("**", async (route) => {
      if (isSent(route)) {
        sent += 1;
        await sleep(1_500);
      }
      await route.continue();
    });
    await fillIn(page, form, email);
    await page.click(button);
    await page.getByRole("status").filter({ hasText: "Sending…" }).waitFor();
    await page.click(button);
    await page.keyboard.press("Enter");
    await untilSent(page);
    await untilMails(email, 1);
    await untilAllIsMailed();
    expect(sent).toBe(1);
    expect(await mailsTo(email)).toHaveLength(1);
    await page.goBack();
    await page.waitForURL(`**${form.path}`);
    await expectKept(page, form, email);
    expect(await page.getByText("Sending…").count()).toBe(0);
  },
);

it.each(everyDevice)(
  "confirming, then loading again, going back and pressing again counts one, %s",
  async (_where, device) => {
    const [form] = forms as [(typeof forms)[number]];
    const email = freshAddress("reloads");
    const scope = `event.${day}`;
    const before = await countOf(scope);
    const page = await visit(device, form.path);
    await fillIn(page, form, email);
    await page.click(button);
    await untilSent(page);
    const [asking] = await untilMails(email, 1);
    const link = linkIn(asking, "/confirm/");
    const second = await page.context().newPage();
    await page.goto(link);
    await second.goto(link);
    await page.click(button);
    const thanks = page.getByRole("heading", { level: 1, name: "Thank you" });
    await thanks.waitFor();
    await page.reload();
    await thanks.waitFor();
    await second.click(button);
    await second.getByRole("heading", { level: 1, name: "Thank you" }).waitFor();
    await page.goBack();
    await page.goto(link);
    await thanks.waitFor();
    const after = await until(
      () => countOf(scope),
      ({ people }) => people > before.people,
    );
    await untilAllIsCounted();
    expect((await countOf(scope)).people).toBe(before.people + 1);
    expect(after.people).toBe(before.people + 1);
  },
);
