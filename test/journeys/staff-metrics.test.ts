import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { signInStaff } from "../../infra/local/staff.ts";
import type { Metrics } from "../../shared/contracts/metrics.ts";
import { wholeStack } from "../stack/provided.ts";
import { visits } from "./browsing.ts";
import { expectNoFault, openConsole } from "./console.ts";
import { asked, countOf, freshAddress, until } from "./visitor.ts";

const day = "global-encryption-day-2027";
const visit = visits({ locale: "en-GB", acceptDownloads: true });
let page: Page;
const someone = freshAddress("registrant");

beforeAll(async () => {
  page = await visit();
  await register(someone);
});

const at = (path: string): string => wholeStack().origin + path;

/** Registers and confirms, and waits until it is counted. */
async function register(email: string): Promise<void> {
  const { people } = await countOf(`event.${day}`);
  const body = { name: "Ada Öberg", country: "SE", source: "newsletter" };
  await asked(`/api/events/${day}/registrations`, body, email);
  await until(
    () => countOf(`event.${day}`),
    (count) => count.people > people,
  );
}

async function answerTo(path: string, token?: string): Promise<Response> {
  return fetch(at(path), { headers: token ? { authorization: `Bearer ${token}` } : {} });
}

describe("the staff's figures", () => {
  it("are closed without a token, and are the public ones with it", async () => {
    for (const path of [
      "metrics",
      "audit?subject=x",
      "exports/counts.csv",
      `exports/registrants.csv?event=${day}`,
    ])
      expect((await answerTo(`/api/staff/${path}`)).status).toBe(401);
    const { token } = await signInStaff(wholeStack(), "organizer");
    const read = async () => (await (await answerTo("/api/staff/metrics", token)).json()) as Metrics;
    const metrics = await until(read, ({ mails }) => mails.total.sent > 0);
    const { people, actions } = await countOf(`campaign.${day}`);
    expect(metrics.campaigns[0]).toMatchObject({ people, actions, goal: 1_000_000 });
    expect(metrics.campaign?.funnel.total.confirmed).toBe(actions);
    expect(metrics.campaign?.funnel.total.submitted).toBeGreaterThanOrEqual(actions);
    expect(metrics.campaign?.funnel.by.country.SE?.confirmed).toBeGreaterThan(0);
  });

  it("give an organizer the registrants as a file, and say so in the audit list", async () => {
    const { token } = await signInStaff(wholeStack(), "organizer");
    const answer = await answerTo(`/api/staff/exports/registrants.csv?event=${day}`, token);
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="registrants-/);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.toString("utf8")).toContain(`Ada Öberg,${someone},confirmed,SE,`);
    const acts = await answerTo("/api/staff/audit?subject=export.registrants", token);
    const [newest] = ((await acts.json()) as { items: { act: string; to: string }[] }).items;
    expect(newest).toMatchObject({ act: "export", to: `event.${day}` });
    const { token: reviewer } = await signInStaff(wholeStack(), "reviewer");
    expect((await answerTo(`/api/staff/exports/registrants.csv?event=${day}`, reviewer)).status).toBe(403);
  });
});

describe("a form that comes into view", () => {
  interface Looking {
    /** What the browser asks of every page. */
    asks?: "globalPrivacyControl" | "doNotTrack";
    /** Whether somebody scrolls down to the form. */
    scrolls?: boolean;
  }

  /** Looks at these pages as somebody new, on a phone; gives what they told. */
  async function look(paths: readonly string[], { asks, scrolls = true }: Looking = {}): Promise<string[]> {
    const looking = await visit({ viewport: { width: 390, height: 640 } });
    const visitor = looking.context();
    if (asks)
      await visitor.addInitScript((name) => {
        const value = name === "doNotTrack" ? "1" : true;
        Object.defineProperty(Navigator.prototype, name, { get: () => value });
      }, asks);
    const told: string[] = [];
    visitor.on("request", (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.startsWith("/api/seen/")) told.push(`${pathname} ${request.postData()}`);
    });
    for (const path of paths) {
      await looking.goto(at(path), { waitUntil: "networkidle" });
      if (scrolls) {
        await looking.locator("main form.form").scrollIntoViewIfNeeded();
        await looking.locator("main form.form button[type=submit]").last().scrollIntoViewIfNeeded();
      }
      await twoFrames(looking);
    }
    expect(await visitor.cookies()).toEqual([]);
    await visitor.close();
    return told;
  }

  /** Until the browser has drawn, and has said what it says of what came into view. */
  const twoFrames = (looking: Page) =>
    looking.evaluate(
      () =>
        new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn)))),
    );

  async function seenBy(language: string): Promise<number> {
    const { token } = await signInStaff(wholeStack(), "organizer");
    const metrics = (await (await answerTo("/api/staff/metrics", token)).json()) as Metrics;
    return metrics.campaign?.funnel.by.language[language]?.seen ?? 0;
  }

  it("is told once, with language and source and nothing else, on pages and in frames of others", async () => {
    const before = await seenBy("sw");
    const event = `/sw/events/${day}`;
    const told = await look([event, `/sw/embed/form/event.${day}?source=partner`, "/sw/join"]);
    expect(told).toEqual([
      `/api/seen/event.${day} locale=sw&source=website`,
      `/api/seen/event.${day} locale=sw&source=partner`,
      "/api/seen/coalition locale=sw&source=website",
    ]);
    await until(
      () => seenBy("sw"),
      (n) => n === before + 2,
    );
  });

  it("is not told before, nor where the browser asks not to be followed", async () => {
    const event = [`/events/${day}`];
    expect(await look(event, { scrolls: false })).toEqual([]);
    expect(await look(event, { asks: "globalPrivacyControl" })).toEqual([]);
    expect(await look(event, { asks: "doNotTrack" })).toEqual([]);
    expect(await look(event)).toHaveLength(1);
  });
});

describe("the metrics page", () => {
  it("shows them at a desk and on a phone, by day and by night, without a fault that axe finds", async () => {
    await openConsole(page, "organizer", "/staff/metrics");
    await page.getByRole("heading", { level: 2, name: "Membership" }).waitFor();
    await expectNoFault(page);
    const { people } = await countOf(`campaign.${day}`);
    const line = page.getByRole("row", { name: /^Global Encryption Day 2027/ }).first();
    await expect.poll(() => line.textContent()).toContain(people.toLocaleString("en-GB"));
    const seen = page.getByRole("row", { name: /^≈ Form seen/ });
    expect(
      Number((await seen.locator("td").first().textContent())?.replaceAll(",", "")),
    ).toBeGreaterThanOrEqual(2);
  });

  it("shows all its tables from the narrowest phone to a desk: none is too wide, and each is a table still", async () => {
    await page.locator("details").evaluateAll((all) => {
      for (const one of all) one.setAttribute("open", "");
    });
    const tables = page.locator(".figure-table");
    expect(await tables.count()).toBeGreaterThan(5);
    for (const width of [1280, 1024, 768, 360]) {
      await page.setViewportSize({ width, height: 800 });
      const wide = await tables.evaluateAll((all) =>
        all
          .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
          .map(({ textContent }) => textContent),
      );
      expect(wide, `at ${width}`).toEqual([]);
    }
    const kinds = page.getByRole("table", { name: "By kind of mail" });
    expect(await kinds.getByRole("columnheader", { name: "Mail sent" }).count()).toBe(1);
    const cell = kinds
      .getByRole("row", { name: /^Please confirm/ })
      .getByRole("cell")
      .first();
    expect(await cell.evaluate((one) => getComputedStyle(one, "::before").content)).toContain("Mail sent");
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it("gives files: the registrants from the API, and each table's own", async () => {
    const [coming] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: /^Registrants of Global Encryption Day/ }).click(),
    ]);
    const saved = await readFile(await coming.path(), "utf8");
    expect(saved.startsWith("\ufeffname,email")).toBe(true);
    expect(saved).toContain(someone);
    const [ofTable] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: /^Download as CSV: Campaigns/ }).click(),
    ]);
    expect(ofTable.suggestedFilename()).toBe("campaigns.csv");
    expect(await readFile(await ofTable.path(), "utf8")).toContain("Global Encryption Day 2027");
  });

  it("says how far a long file is, and goes on where it broke off", async () => {
    const path = "**/api/staff/exports/registrants.csv?event=encryption-workshop*";
    const tried: string[] = [];
    let isBroken = true;
    await page.route(path, async (route) => {
      const url = new URL(route.request().url());
      const cursor = url.searchParams.get("cursor");
      tried.push(cursor ?? "first");
      if (cursor && isBroken) return route.abort();
      const next = "/api/staff/exports/registrants.csv?event=encryption-workshop&cursor=second";
      await route.fulfill({
        contentType: "text/csv",
        headers: { "x-rows": "5000", ...(cursor ? {} : { link: `<${next}>; rel="next"` }) },
        body: cursor ? "Ben\r\n" : "\ufeffname\r\nAda\r\n",
      });
    });
    const button = page.getByRole("button", { name: "Registrants of Encryption workshop" });
    await button.click();
    await page.getByText("It broke off after 5,000 rows. Press again to go on from there.").waitFor();
    isBroken = false;
    const [whole] = await Promise.all([page.waitForEvent("download"), button.click()]);
    expect(await readFile(await whole.path(), "utf8")).toBe("\ufeffname\r\nAda\r\nBen\r\n");
    expect(tried.filter((cursor) => cursor === "first")).toHaveLength(1);
    await page.unroute(path);
  });

  it("keeps what can be chosen on the screen where a period is refused, and says why", async () => {
    await page.locator("#field-from").fill("2019-01-01");
    await page.getByText("at most 366 days at once").waitFor();
    await page.locator("#field-from").fill(new Date().toISOString().slice(0, 10));
    await page.getByRole("heading", { level: 2, name: "Membership" }).waitFor();
  });
});
