import { it } from "vitest";
import { badge } from "../../functions/participation/badge.ts";
import { openConsole } from "../journeys/console.ts";
import { otherSite } from "../journeys/other-site.ts";
import { launchChromium } from "../stack/browser.ts";
import { wholeStack } from "../stack/provided.ts";
import { goTo } from "./go-to.ts";
import { month } from "./month.ts";
import { type Look, newPage, take } from "./take.ts";

const scope = "event.global-encryption-day-2027";
const desktop: Look = { name: "desktop", locale: "en", width: 1280, scheme: "light" };
const phone: Look = { name: "phone-dark", locale: "en", width: 390, scheme: "dark" };

it("pictures of the metrics, at a desk and on a phone", async () => {
  const browser = await launchChromium();
  for (const look of [desktop, phone]) {
    const page = await newPage(browser, look);
    await page.route("**/api/staff/metrics*", (route) => route.fulfill({ json: month }));
    await openConsole(page, "admin");
    const [campaign = "", compare = ""] = month.campaigns.map((one) => one.scope.split(".")[1] ?? "");
    await goTo(page, `/staff/metrics?${new URLSearchParams({ campaign, compare })}`);
    await take(page, `counts/metrics.${look.name}`);
    await page.close();
  }
  await browser.close();
});

it("pictures of badges, by day and by night", async () => {
  const browser = await launchChromium();
  const rows = ([1, 47, 12_874, 1_000_000, 999_999_999_999_999] as const).map((n) => {
    const pictures = (["en", "ar", "pt", "sw"] as const).map((locale) => {
      const svg = Buffer.from(badge(n, locale)).toString("base64");
      return `<td><img alt="" src="data:image/svg+xml;base64,${svg}"></td>`;
    });
    return `<tr>${pictures.join("")}</tr>`;
  });
  for (const scheme of ["light", "dark"] as const) {
    const page = await newPage(browser, { ...desktop, scheme });
    await page.setContent(`<meta name="color-scheme" content="light dark"><table>${rows.join("")}</table>`);
    await take(page, `counts/badges.${scheme}`);
    await page.close();
  }
  await browser.close();
});

it("a picture of what stands on a page of somebody else", async () => {
  const { origin } = wholeStack();
  const lines = [
    `<script async src="${origin}/embed/counter.js"></script>`,
    `<encryption-counter scope="${scope}" lang="en"><a href="${origin}">people for encryption</a></encryption-counter>`,
    `<encryption-counter scope="coalition" lang="ar" dir="rtl"><a href="${origin}/ar">مع التشفير</a></encryption-counter>`,
    `<p><img alt="" src="${origin}/api/counts/${scope}/badge.svg"></p>`,
    `<p><iframe title="A counter" src="${origin}/embed/counter/${scope}" width="380" height="270"></iframe></p>`,
    `<iframe title="A form" src="${origin}/embed/form/${scope}" width="600" height="300"></iframe>`,
  ];
  const site = await otherSite(`<h1>Somebody’s site</h1>${lines.join("\n")}`, origin);
  const browser = await launchChromium();
  const page = await newPage(browser, desktop);
  const count = { scope, people: 12_874, actions: 13_020, reported: 0, goal: 20_000, asOf: month.asOf };
  const headers = { "access-control-allow-origin": "*" };
  await page.route(/api\/counts\/[^/]+$/, (route) => route.fulfill({ json: count, headers }));
  await page.route("**/badge.svg*", (route) =>
    route.fulfill({ body: badge(count.people, "en"), contentType: "image/svg+xml" }),
  );
  await page.goto(site.origin);
  const figures = page.frameLocator("iframe").first().locator("[data-figure=people]");
  await figures.filter({ hasText: "12,874" }).waitFor();
  await take(page, "counts/embeds");
  await browser.close();
  await site.stop();
});
