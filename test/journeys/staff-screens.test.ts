import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { type ConsoleAddress, consoleAddresses } from "../web/console-addresses.ts";
import { drawnFaults } from "../web/valid-html.ts";
import { complaintsOf, visits } from "./browsing.ts";
import { faultsOf, openConsole } from "./console.ts";
import { doorAddress, thingsInConsole } from "./console-things.ts";

/** How somebody sits before the console: each sees every screen. */
interface Seat {
  locale: string;
  width: number;
  colorScheme: "light" | "dark";
  forcedColors: "none" | "active";
  /** All rules, where none are named. */
  rules?: readonly string[];
}

const seats: readonly Seat[] = [
  { locale: "en-GB", width: 1280, colorScheme: "light", forcedColors: "none" },
  { locale: "fr-FR", width: 390, colorScheme: "dark", forcedColors: "none" },
  // Forced colours are the reader's own: what they are against each other is not ours to say.
  {
    ...{ locale: "en-GB", width: 390, colorScheme: "light" },
    forcedColors: "active",
    rules: ["target-size"],
  },
];

/** Somebody who is signed in; what the browser complains of is kept. */
interface Reader {
  page: Page;
  seat: Seat;
  complaints: string[];
  /** Requests that are under way. */
  asking: Set<unknown>;
}

const visit = visits();
let opened: Reader[];
let addresses: ConsoleAddress[];
beforeAll(async () => {
  addresses = [...consoleAddresses, ...(await thingsInConsole())];
  opened = [];
  // One after the other: each sign-in gives the admin another password.
  for (const seat of seats) opened.push(await signedIn(seat));
}, 120_000);

async function signedIn(seat: Seat): Promise<Reader> {
  const { width, rules: _, ...manner } = seat;
  const page = await visit({ ...manner, viewport: { width, height: 900 } });
  const complaints = complaintsOf(page, ["error", "warning"]);
  const asking = new Set<unknown>();
  page.on("request", (request) => asking.add(request));
  page.on("requestfinished", (request) => asking.delete(request));
  page.on("requestfailed", (request) => asking.delete(request));
  await openConsole(page, "admin");
  return { page, seat, complaints, asking };
}

/** Goes on as by a link of the console's own: what it is made of is loaded once. */
async function open({ page, asking }: Reader, path: string): Promise<void> {
  await page.evaluate((to) => {
    if (location.pathname !== new URL(to, location.href).pathname)
      document.querySelector("main h1")?.classList.add("left");
    history.pushState(null, "", to);
    dispatchEvent(new PopStateEvent("popstate"));
  }, path);
  await page.locator(".console main h1:not(.left)").waitFor();
  await page.evaluate(() => new Promise((shown) => requestAnimationFrame(() => setTimeout(shown))));
  await expect
    .poll(async () => asking.size + (await page.locator("main .waiting").count()), {
      interval: 25,
      timeout: 20_000,
    })
    .toBe(0);
}

/** What axe, the validator and a look at the width have against what is shown. */
async function look({ page, seat }: Reader): Promise<string[]> {
  const found = await faultsOf(page, seat.rules);
  if (seat.rules) return found;
  return [...found, ...(await drawnFaults(await page.evaluate(() => document.body.innerHTML)))];
}

describe("by day and by night, at a desk and on a phone, in English, French and forced colours", () => {
  it("every screen has no fault that axe or the validator know, fits, has a title of its own, and breaks no policy", async () => {
    const found: string[] = [];
    const walk = async (reader: Reader) => {
      const titles = new Set<string>();
      for (const { name, path } of addresses) {
        await open(reader, path);
        found.push(...(await look(reader)).map((fault) => `${name}: ${fault}`));
        titles.add(await reader.page.title());
      }
      expect(titles.size).toBe(addresses.length);
      found.push(...reader.complaints);
    };
    await Promise.all(opened.map(walk));
    expect(found).toEqual([]);
  });

  it("nor have its sheets, its menu, its editors, and what asks twice", async () => {
    const found: string[] = [];
    const walk = async (reader: Reader) => {
      const { page } = reader;
      const check = async (name: string) =>
        found.push(...(await look(reader)).map((fault) => `${name}: ${fault}`));
      const menu = page.locator(".menu-button");
      if (await menu.isVisible()) await menu.click();
      await check("menu");
      await page.locator("main h1").focus();
      await page.keyboard.press("?");
      await page.locator("dialog[open]").waitFor();
      await check("keys");
      await page.keyboard.press("Escape");
      await open(reader, "/staff/campaigns/global-encryption-day-2027");
      await page.keyboard.press("e");
      await page.locator("form.card").waitFor();
      await check("campaign editor");
      await open(reader, addresses.find(({ name }) => name === "person")?.path ?? "");
      await page.locator(".desk-side button").last().click();
      await page.locator("dialog[open]").waitFor();
      await check("asks twice");
      await page.keyboard.press("Escape");
      await open(reader, "/staff/people");
      await page.locator("[data-row]").first().click();
      await page.locator("dialog[open]").waitFor();
      await check("roles");
      found.push(...reader.complaints);
    };
    await Promise.all(opened.map(walk));
    expect(found).toEqual([]);
  });

  it("nor has the list at an event's door, which staff give the link to", async () => {
    const door = await doorAddress();
    const walk = async (reader: Reader) => {
      await reader.page.goto(door);
      return [...(await look(reader)), ...reader.complaints];
    };
    expect((await Promise.all(opened.map(walk))).flat()).toEqual([]);
  });
});
