import type { BrowserContext, Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { wholeStack } from "../stack/provided.ts";
import { barriers } from "./barriers.ts";
import { complaintsOf, visits } from "./browsing.ts";
import { type OtherSite, otherSite } from "./other-site.ts";
import { asked, countOf, freshAddress, linkIn, until, untilMails } from "./visitor.ts";

const slug = "global-encryption-day-2027";
const day = `event.${slug}`;

const visit = visits({ locale: "en-GB" });
let context: BrowserContext;
let page: Page;
let site: OtherSite | undefined;
/** Whom the browser asked for anything. */
let contacted: Set<string>;
let complaints: string[];

beforeEach(async () => {
  page = await visit();
  context = page.context();
  contacted = new Set();
  page.on("request", (request) => contacted.add(new URL(request.url()).origin));
  complaints = complaintsOf(page);
});
afterEach(async () => {
  await site?.stop();
  site = undefined;
});

/** The line that the page of open data makes, chosen without script. */
async function lineFor(what: string, scope: string, language = "English"): Promise<string> {
  const data = await visit({ javaScriptEnabled: false });
  await data.goto(`${wholeStack().origin}/data`);
  await data.getByLabel("What to show").selectOption({ label: what });
  await data.getByLabel("For what").selectOption(scope);
  await data.getByLabel("In which language").selectOption({ label: language });
  await data.getByRole("button", { name: "Make the line" }).click();
  return data.getByLabel("The line to copy").inputValue();
}

/** Opens a page of somebody else's with that line in it, whose clock the test can put on. */
async function open(html: string): Promise<void> {
  await context.clock.install();
  site = await otherSite(html, wholeStack().origin);
  await page.goto(site.origin);
}

/** What is seen when the time has come at which a counter asks again. */
async function later<Seen>(see: () => Promise<Seen>): Promise<Seen> {
  await context.clock.runFor(5_000);
  return see();
}

/** What a cache answers with that kept an answer so many seconds. */
const aged = (seconds: number) => ({
  age: String(seconds),
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "age",
});

/** Whether the frame is as high as what is in it, to a pixel. */
async function fits(): Promise<boolean> {
  const frame = await page.locator("iframe").boundingBox();
  const content = await page.frameLocator("iframe").locator("main").boundingBox();
  return Math.abs((frame?.height ?? 0) - (content?.height ?? -9)) <= 1;
}

const numberIn = (text: string | null) => Number((text ?? "").replaceAll(/[^\d]/g, ""));

describe("a counter on a page of somebody else", () => {
  it.each([
    ["The counter, in a frame", () => page.frameLocator("iframe").locator("[data-figure=people]")],
    ["The counter, as part of your page (needs script)", () => page.locator("encryption-counter strong")],
  ] as const)("moves while one looks at it, tells nobody, keeps nothing: %s", async (what, figure) => {
    await open(await lineFor(what, day));
    const { people } = await countOf(day);
    await until(
      () => later(() => figure().textContent()),
      (text) => text !== "…" && numberIn(text) >= people,
    );
    const before = numberIn(await figure().textContent());
    await asked(`/api/events/${slug}/registrations`, {});
    await until(
      () => later(() => figure().textContent()),
      (text) => numberIn(text) > before,
    );
    expect([...contacted].sort()).toEqual([site?.origin, wholeStack().origin].sort());
    expect(await context.cookies()).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it.each([
    ["The counter, in a frame", () => page.frameLocator("iframe").locator("[data-stale]")],
    ["The counter, as part of your page (needs script)", () => page.locator("encryption-counter small")],
  ] as const)("says how old its number is where the newest could not be read: %s", async (what, age) => {
    const kept = JSON.stringify({ ...(await countOf(day)), stale: true });
    let isStale = true;
    await page.route(`**/api/counts/${day}`, (route) =>
      isStale
        ? route.fulfill({ body: kept, contentType: "application/json", headers: aged(180) })
        : route.continue(),
    );
    await open(await lineFor(what, day));
    await expect.poll(() => later(() => age().textContent())).toContain("3 minutes ago");
    expect(await age().isVisible()).toBe(true);
    isStale = false;
    await expect.poll(() => later(() => age().isVisible())).toBe(false);
  });

  it("is read from right to left in Arabic, has no fault that axe knows, and links to its page", async () => {
    await open(await lineFor("The counter, as part of your page (needs script)", day, "العربية"));
    const counter = page.locator("encryption-counter");
    await expect.poll(() => counter.locator("strong").textContent()).not.toBe("…");
    expect(await counter.evaluate((element) => getComputedStyle(element).direction)).toBe("rtl");
    expect(await counter.locator("a").getAttribute("href")).toBe(`${wholeStack().origin}/ar/events/${slug}`);
    expect(await barriers(page, undefined, "encryption-counter")).toEqual([]);
  });
});

describe("a form on a page of somebody else", () => {
  it("says what is wrong, takes a signup without a cookie, and counts it once confirmed", async () => {
    const { people } = await countOf(day);
    await open(await lineFor("The form to register or sign", day));
    const frame = page.frameLocator("iframe");
    await frame.getByLabel("Email address").fill("nobody@");
    await frame.locator("button[type=submit]").click();
    await frame.locator("#problems:focus").waitFor();
    expect(await frame.getByLabel("Email address").inputValue()).toBe("nobody@");
    const email = freshAddress("framed");
    await frame.getByLabel("Email address").fill(email);
    await frame.locator("button[type=submit]").click();
    await frame.getByRole("heading", { level: 1, name: /mail/i }).waitFor();
    expect(await context.cookies()).toEqual([]);
    const [asking] = await untilMails(email, 1);
    await page.goto(linkIn(asking, "/confirm/"));
    await page.click("main form button[type=submit]");
    await until(
      () => countOf(day),
      (count) => count.people > people,
    );
  });

  it("takes a signature of the very text that stands in it, in the reader's language", async () => {
    await open(await lineFor("The form to register or sign", "pledge.make-the-switch", "العربية"));
    const frame = page.frameLocator("iframe");
    await expect.poll(fits, { message: "the frame is as high as the form" }).toBe(true);
    expect(await frame.locator("html").getAttribute("dir")).toBe("rtl");
    const email = freshAddress("signer");
    await frame.locator("[name=email]").fill(email);
    await frame.locator("button[type=submit]").click();
    await frame.locator(".picture").waitFor();
    await expect.poll(fits, { message: "and then as high as what it says" }).toBe(true);
    const [asking] = await untilMails(email, 1);
    expect(linkIn(asking, "/confirm/")).toContain("/ar/confirm/");
    expect(complaints.filter((text) => !text.includes("status of 4"))).toEqual([]);
  });
});

it("a badge is a picture in a link", async () => {
  await open(await lineFor("A badge (a small picture)", day));
  const picture = page.locator("a img");
  await expect
    .poll(() => picture.evaluate((img) => (img as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(50);
  expect([...contacted].sort()).toEqual([site?.origin, wholeStack().origin].sort());
});

describe("frames", () => {
  const policyAt = async (path: string) =>
    (await fetch(wholeStack().origin + path, { redirect: "manual" })).headers.get("content-security-policy");

  it.each([
    ...["/", "/data", `/events/${slug}`, "/ar/join", "/confirm/x", "/manage/x", "/unsubscribe/x", "/staff"],
    ...["/nowhere", "/embed", `/api/counts/${day}`, "/api/open-data"],
  ])("may not hold %s", async (path) => {
    expect(await policyAt(path)).toContain("frame-ancestors 'none'");
  });

  it.each([
    ...[`/embed/counter/${day}`, "/embed/counter/coalition", `/ar/embed/form/${day}`],
    ...["/embed/form/statement.2027", "/sw/embed/check-your-mail"],
    ...["/embed/counter/event.nothing", "/embed/form/campaign.nothing"],
  ])("may hold %s, its problems included, and it runs nothing inline there", async (path) => {
    const policy = await policyAt(path);
    expect(policy).toContain("frame-ancestors *");
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("unsafe");
  });

  it("are refused by the browser for any other page", async () => {
    await open(`<iframe src="${wholeStack().origin}/events/${slug}"></iframe>`);
    await expect.poll(() => complaints.join()).toContain("frame-ancestors 'none'");
  });
});
