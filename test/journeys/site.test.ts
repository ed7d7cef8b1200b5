import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { wholeStack } from "../stack/provided.ts";
import { complaintsOf, visits } from "./browsing.ts";
import { focused, tabTo } from "./keyboard.ts";
import { countOf, freshAddress, linkIn, until, untilMails } from "./visitor.ts";

const day = "global-encryption-day-2027";

const visit = visits();

it("pages ask nobody else for anything, and break no rule of their own policy", async () => {
  const { origin } = wholeStack();
  const page = await visit();
  const elsewhere: string[] = [];
  const complaints = complaintsOf(page, ["error", "warning"]);
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== origin) elsewhere.push(request.url());
  });
  for (const path of ["/", "/ar", `/events/${day}`, `/campaigns/${day}`, "/events", "/data", "/ar/privacy"]) {
    const answer = await page.goto(origin + path, { waitUntil: "load" });
    const policy = answer?.headers()["content-security-policy"] ?? "";
    expect(policy, path).toContain("default-src 'none'");
    expect(policy, path).not.toContain("unsafe-inline");
    expect(policy, path).toContain("frame-ancestors 'none'");
  }
  expect(elsewhere).toEqual([]);
  expect(complaints).toEqual([]);
});

it("registers by the keyboard alone, and shows where one is at every step", async () => {
  const { origin } = wholeStack();
  const address = freshAddress("keys");
  const before = await countOf(`event.${day}`);
  const page = await visit();
  await page.goto(origin);
  await page.keyboard.press("Tab");
  expect(await focused(page), "the first stop is the way past the header").toMatchObject({
    href: "#content",
  });
  await page.keyboard.press("Enter");
  await tabTo(page, ({ href }) => href === `/events/${day}`);
  await page.keyboard.press("Enter");
  await page.waitForURL(`**/events/${day}`);

  await tabTo(page, ({ name }) => name === "email");
  await page.keyboard.type("keys@");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#problems:focus");
  await tabTo(page, ({ href }) => href === "#field-email");
  await page.keyboard.press("Enter");
  await page.waitForSelector("[name=email]:focus");
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(address);
  await tabTo(page, ({ name }) => name === "country");
  await page.keyboard.type("Seneg");
  await tabTo(page, ({ name }) => name === "consent.updates");
  await page.keyboard.press("Space");
  await tabTo(page, ({ type }) => type === "submit");
  await page.keyboard.press("Enter");
  await page.waitForURL(({ pathname }) => pathname.endsWith("/check-your-mail"));

  const [asking] = await untilMails(address, 1);
  await page.goto(linkIn(asking, "/confirm/"));
  await tabTo(page, ({ type }) => type === "submit");
  await page.keyboard.press("Enter");
  await until(
    () => countOf(`event.${day}`),
    ({ people }) => people > before.people,
  );
});

describe("a first visit", () => {
  const answerTo = (path: string, headers: Record<string, string>) =>
    fetch(wholeStack().origin + path, { headers, redirect: "manual" });

  it("is led to the reader's language from the start page only, and the query goes along", async () => {
    const led = await answerTo("/?source=partner", { "accept-language": "ar-EG,en;q=0.5" });
    expect(led.status).toBe(302);
    expect(led.headers.get("location")).toBe("/ar?source=partner");
    expect(led.headers.get("vary")).toContain("Accept-Language");
    const stays = await answerTo("/", { "accept-language": "ar", "sec-fetch-site": "same-origin" });
    expect(stays.status).toBe(200);
    expect((await answerTo("/events", { "accept-language": "ar" })).status).toBe(200);
  });

  it("can change to English, stays there, and keeps path and query on the way", async () => {
    const page = await visit({ locale: "ar" });
    await page.goto(wholeStack().origin);
    expect(await page.getAttribute("html", "lang")).toBe("ar");
    await chooseEnglish(page);
    expect(await page.getAttribute("html", "lang")).toBe("en");
    await page.goto(`${wholeStack().origin}/ar/events?source=partner`);
    await chooseEnglish(page);
    const { pathname, search } = new URL(page.url());
    expect(pathname + search).toBe("/events?source=partner");
  });
});

async function chooseEnglish(page: Page): Promise<void> {
  await page.click("nav.languages summary");
  await page.click("nav.languages a[lang=en]");
}

describe("what programs look for", () => {
  const file = async (path: string) => {
    const answer = await fetch(wholeStack().origin + path);
    return { answer, text: await answer.text() };
  };

  it("is there: robots.txt that names the sitemap", async () => {
    expect((await file("/robots.txt")).text).toContain(`Sitemap: ${wholeStack().origin}/sitemap.xml`);
  });

  it("is there: a manifest with icons, a favicon, and whom to tell of a weakness", async () => {
    const manifest = JSON.parse((await file("/site.webmanifest")).text) as { icons: { src: string }[] };
    for (const path of [...manifest.icons.map(({ src }) => src), "/favicon.ico"]) {
      const { answer } = await file(path);
      expect(answer.status, path).toBe(200);
      expect(answer.headers.get("content-type"), path).toMatch(/^image\//);
    }
    const { text } = await file("/.well-known/security.txt");
    expect(text).toMatch(/^Contact: mailto:\S+@\S+$/m);
    const expires = Date.parse(/^Expires: (.*)$/m.exec(text)?.[1] ?? "");
    expect(expires).toBeGreaterThan(Date.now());
    expect(expires).toBeLessThan(Date.now() + 365 * 86_400_000);
  });

  it("is there: a picture of its own for each page that is shared, in the language of the page", async () => {
    const pages = [
      ...["/", "/ar", `/campaigns/${day}`, `/events/${day}`, "/pledges/make-the-switch", "/statements/2027"],
      ...["/privacy", "/ar/pledges/make-the-switch"],
    ];
    const pictures = await Promise.all(
      pages.map(async (path) => {
        const { text } = await file(path);
        return /property="og:image" content="([^"]*)"/.exec(text)?.[1] ?? "";
      }),
    );
    expect(pictures[4]).toContain("/api/counts/pledge.make-the-switch/picture.png?locale=en");
    expect(pictures[7]).toContain("/api/counts/pledge.make-the-switch/picture.png?locale=ar");
    const drawn = new Set<string>();
    for (const address of pictures) {
      const answer = await fetch(address.replaceAll("&amp;", "&"));
      expect([answer.status, answer.headers.get("content-type")], address).toEqual([200, "image/png"]);
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], address).toEqual([1200, 630]);
      drawn.add(bytes.toString("base64"));
    }
    // A campaign and its day may bear the same title and number.
    expect(drawn.size).toBeGreaterThanOrEqual(new Set(pictures).size - 1);
    expect((await file("/api/counts/event.nowhere/picture.png")).answer.status).toBe(404);
  });

  it("says 404 in the reader's language, and finds a language's start page with a slash behind it", async () => {
    const { answer, text } = await file("/ar/nowhere");
    expect(answer.status).toBe(404);
    expect(text).toContain('<html lang="ar" dir="rtl">');
    expect((await file("/ar/")).answer.status).toBe(200);
  });
});
