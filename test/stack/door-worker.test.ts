import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { buildSync } from "esbuild";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { forBrowsers } from "../../infra/building-blocks/assets.ts";
import { launchChromium } from "./browser.ts";

/** The worker of the door, in a browser, before a network that the test makes fail. */

const worker = buildSync({
  ...forBrowsers,
  entryPoints: [join(import.meta.dirname, "../../web/workers/door.ts")],
  format: "iife",
  write: false,
}).outputFiles[0]?.text;

const day = 24 * 3_600_000;
/** How the network is: what it says of the door, how late, and how old that is. */
interface Network {
  status: number;
  list: string;
  lateMs: number;
  ageMs: number;
}

let browser: Browser;
let server: Server;
let network: Network;
let page: Page;
beforeAll(async () => {
  browser = await launchChromium();
  server = createServer(({ url = "" }, response) => {
    if (url === "/check-in/worker.js")
      return answer(response, { type: "text/javascript", body: worker ?? "" });
    const { list, lateMs } = network;
    setTimeout(() => answer(response, { type: "text/html", body: doorWith(`${list} ${url}`) }), lateMs);
    return undefined;
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  await browser.close();
  server.close();
});

function answer(response: ServerResponse, { type, body }: { type: string; body: string }): void {
  response.writeHead(type === "text/html" ? network.status : 200, {
    "content-type": `${type}; charset=utf-8`,
    "cache-control": "no-store",
    date: new Date(Date.now() - network.ageMs).toUTCString(),
  });
  response.end(body);
}

const doorWith = (list: string) =>
  `<!doctype html><title>door</title><p>${list}</p><script>navigator.serviceWorker.register("/check-in/worker.js")</script>`;

const at = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
const shown = () => page.textContent("p");

beforeEach(async () => {
  network = { status: 200, list: "Ada", lateMs: 0, ageMs: 0 };
  page = await (await browser.newContext()).newPage();
  await page.goto(at("/check-in/door"));
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.reload();
});
afterEach(() => page.context().close());

describe("the door's page, once a phone has kept it", () => {
  it("is the network's as long as there is one, and the last one of it afterwards", async () => {
    network.list = "Ada, Bob";
    await page.reload();
    expect(await shown()).toContain("Ada, Bob");
    await page.context().setOffline(true);
    await page.reload();
    expect(await shown()).toContain("Ada, Bob");
  });

  it("does not wait for a network in which nothing arrives", async () => {
    network = { ...network, list: "Ada, Bob", lateMs: 20_000 };
    const began = Date.now();
    await page.reload();
    expect(await shown()).toContain("Ada /check-in");
    expect(Date.now() - began).toBeLessThan(10_000);
  });

  it("stands in for a search that meets no network, and is not what was searched for", async () => {
    network.list = "only what was searched for";
    await page.goto(at("/check-in/door?q=x"));
    expect(await shown()).toContain("only what was searched for");
    await page.context().setOffline(true);
    await page.goto(at("/check-in/door?q=x"));
    expect(await shown()).toContain("Ada /check-in/door");
  });

  it("stands in for a server in trouble", async () => {
    network = { ...network, status: 503, list: "in trouble" };
    await page.reload();
    expect(await shown()).toContain("Ada /check-in/door");
  });

  it("is forgotten when its link is refused", async () => {
    network.status = 410;
    await page.reload();
    await page.context().setOffline(true);
    await expect(page.reload()).rejects.toThrow(/ERR_/);
  });

  it("is kept for a day and no longer", async () => {
    network.ageMs = day - 60_000;
    await page.reload();
    await page.context().setOffline(true);
    await page.reload();
    expect(await shown()).toContain("Ada");
    await page.context().setOffline(false);
    network.ageMs = day + 1000;
    await page.reload();
    await page.context().setOffline(true);
    await expect(page.reload()).rejects.toThrow(/ERR_/);
  });

  it("is of the door alone: other pages are the network's", async () => {
    await page.goto(at("/elsewhere"));
    await page.context().setOffline(true);
    await expect(page.reload()).rejects.toThrow(/ERR_/);
  });
});
