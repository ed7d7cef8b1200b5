import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../stack/browser.ts";
import { wholeStack } from "../stack/provided.ts";
import { register, sendNews, subjectsTo, supporter } from "./newsroom.ts";
import { aWhile, freshAddress, linkIn, mailWith, type ReceivedMail, until, untilMails } from "./visitor.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

async function visit<Found>(url: string, look: (page: Page) => Promise<Found>): Promise<Found> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(url);
  const found = await look(page);
  await context.close();
  return found;
}

const headerOf = (mail: ReceivedMail | undefined, name: string): string =>
  mail?.headers.find(({ key }) => key === name)?.value ?? "";

/** What a mail program does when its reader presses “unsubscribe”: no cookies, no page. */
async function pressStop(mail: ReceivedMail | undefined): Promise<Response> {
  const url = /^<(https?:\/\/[^>]+)>$/.exec(headerOf(mail, "list-unsubscribe"))?.[1] ?? "";
  return fetch(url, {
    method: "POST",
    credentials: "omit",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: headerOf(mail, "list-unsubscribe-post"),
  });
}

async function stateOf(thanks: ReceivedMail): Promise<string> {
  const token = new URL(linkIn(thanks, "/manage/")).pathname.split("/").at(-1);
  const answer = await fetch(`${wholeStack().origin}/api/manage/${token}`);
  return ((await answer.json()) as { state: string }).state;
}

let sent = 0;
const freshSubject = (): string => `News ${process.pid}.${Date.now().toString(36)}.${++sent}`;

describe("a supporter who agreed to news", () => {
  it("gets them, stops them by one click, gets no more of them, and is registered still", async () => {
    const [stays, leaves] = [freshAddress("stays"), freshAddress("leaves")];
    await supporter(stays);
    const thanks = await supporter(leaves);
    const first = freshSubject();
    await sendNews(first);
    const news = await mailWith(leaves, "First.", ({ subject }) => subject === first);
    expect(news?.from).toMatchObject({ name: "Global Encryption Day 2027" });
    expect(news?.replyTo?.[0]?.address).toMatch(/^people@/);
    expect(headerOf(news, "list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");

    // A look at the page, as link scanners do too, stops nothing: it shows a button.
    await visit(linkIn(news, "/unsubscribe/"), async (page) => {
      await page.getByRole("button", { name: "Stop the news" }).waitFor();
    });
    const second = freshSubject();
    await sendNews(second);
    await mailWith(leaves, "First.", ({ subject }) => subject === second);

    expect((await pressStop(news)).status).toBe(200);
    expect((await pressStop(news)).status).toBe(200);
    const third = freshSubject();
    await sendNews(third);
    await mailWith(stays, "First.", ({ subject }) => subject === third);
    await aWhile();
    expect(await subjectsTo(leaves)).not.toContain(third);
    expect(await stateOf(thanks)).toBe("confirmed");
  });

  it("stops all mails on the page, and still gets what they ask for", async () => {
    const email = freshAddress("stopped");
    const thanks = await supporter(email);
    await visit(linkIn(thanks, "/unsubscribe/"), async (page) => {
      await page.getByRole("main").getByRole("button").click();
      await page.getByRole("status").waitFor();
    });
    const before = (await subjectsTo(email)).length;
    await sendNews(freshSubject());
    await aWhile();
    expect(await subjectsTo(email)).toHaveLength(before);
    await register(email, {}, "encryption-workshop");
    await until(
      () => subjectsTo(email),
      (subjects) => subjects.length === before + 1,
    );
  });

  it("chooses on the page of their link what they want to hear of", async () => {
    const email = freshAddress("chooses");
    const thanks = await supporter(email);
    await visit(linkIn(thanks, "/manage/"), async (page) => {
      const news = page.getByRole("checkbox", { name: /news/i });
      expect(await news.isChecked()).toBe(true);
      await news.uncheck();
      await page.locator("form:has(input[type=checkbox]) button").click();
      await page.waitForLoadState();
      expect(await page.getByRole("checkbox", { name: /news/i }).isChecked()).toBe(false);
      expect(await page.getByRole("checkbox", { name: /reminder/i }).isChecked()).toBe(true);
    });
    const subject = freshSubject();
    await sendNews(subject);
    await aWhile();
    expect(await subjectsTo(email)).not.toContain(subject);
  });
});

describe("an address of SES's simulator", () => {
  const simulated = (name: string): string =>
    `${name}+${process.pid}${Date.now().toString(36)}@simulator.amazonses.com`;

  it.each(["complaint", "bounce"])("that is for a %s is mailed once, and never again", async (name) => {
    const email = simulated(name);
    await register(email);
    await untilMails(email, 1);
    await aWhile();
    await register(email, {}, "encryption-workshop");
    await aWhile();
    expect(await subjectsTo(email)).toHaveLength(1);
  });

  it("that takes every mail is mailed as any other", async () => {
    const email = simulated("success");
    await register(email);
    await untilMails(email, 1);
    await aWhile();
    await register(email, {}, "encryption-workshop");
    await untilMails(email, 2);
  });
});
