import type { Page } from "playwright-core";
import { beforeEach, describe, expect, it } from "vitest";
import type { StaffRole } from "../../infra/local/staff.ts";
import { wholeStack } from "../stack/provided.ts";
import { visits } from "./browsing.ts";
import { openConsole } from "./console.ts";
import { asked, until } from "./visitor.ts";

const day = "global-encryption-day-2027";
const visit = visits({ locale: "en-GB" });
let page: Page;
beforeEach(async () => {
  page = await visit();
});

/** Signs in and opens a place; gives a token of the same person. */
async function signIn(role: StaffRole, path = "/staff"): Promise<string> {
  return (await openConsole(page, role, path)).token;
}

const heading = (name: string | RegExp) => page.getByRole("heading", { level: 1, name });
const isSaid = (text: string | RegExp) => page.locator(".said", { hasText: text }).waitFor();
const staffApi = (token: string, path: string, init: RequestInit = {}) =>
  fetch(`${wholeStack().origin}/api/staff/${path}`, {
    ...init,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
  });
const slugOf = (name: string): string => `${name}-${Date.now().toString(36)}`;

/** A campaign that staff have made and nobody has seen. */
async function draft(token: string, name: string): Promise<{ slug: string; body: Record<string, unknown> }> {
  const slug = slugOf(name);
  const body = {
    title: { en: `Week of ${name}` },
    summary: { en: "Seven days for encryption." },
    ...{ goal: 100, starts: "2028-03-01", ends: "2028-03-07" },
  };
  const made = await staffApi(token, "campaigns", {
    method: "POST",
    body: JSON.stringify({ slug, ...body }),
  });
  expect(made.status).toBe(201);
  return { slug, body };
}

/** Somebody who has registered for the day and confirmed it. */
const registered = (name: string) => asked(`/api/events/${day}/registrations`, { name, country: "KE" });

describe("an organizer", () => {
  it("makes, publishes and finds a campaign again by keyboard alone", async () => {
    await signIn("organizer");
    await page.keyboard.press("g");
    await page.keyboard.press("i");
    await heading("Campaigns").waitFor();
    await page.keyboard.press("c");
    await heading("Begin a campaign").waitFor();
    await page.getByLabel("Title, English").focus();
    const title = `Keys ${Date.now().toString(36)}`;
    await page.keyboard.type(title);
    await page.keyboard.press("Tab");
    await page.keyboard.type("Made without a mouse.");
    await page.locator(".preview", { hasText: "Made without a mouse." }).waitFor();
    expect(await page.getByLabel("Address", { exact: true }).inputValue()).toBe(
      title.toLowerCase().replace(" ", "-"),
    );
    await page.getByLabel("First day").fill("2028-05-01");
    expect(await page.getByLabel("Last day").inputValue()).toBe("2028-05-01");
    await page.getByLabel("Goal", { exact: true }).focus();
    await page.keyboard.type("5000");
    await page.keyboard.press("Control+Enter");
    await heading(title).waitFor();
    await page.getByRole("button", { name: "Publish" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").getByRole("button", { name: "Publish" }).focus();
    await page.keyboard.press("Enter");
    await isSaid(`Published: ${title}`);
    await page.keyboard.press("u");
    await heading("Campaigns").waitFor();
    await page.getByRole("link", { name: title }).waitFor();
    const slug = title.toLowerCase().replace(" ", "-");
    expect((await fetch(`${wholeStack().origin}/campaigns/${slug}`)).status).toBe(200);
    await page.goto(`${wholeStack().origin}/staff/audit?subject=campaign.${slug}`);
    await expect
      .poll(() => page.locator("tbody tr").allInnerTexts())
      .toEqual([expect.stringContaining("Campaign published"), expect.stringContaining("Campaign begun")]);
  });

  it("is shown what somebody else saved meanwhile, and says which is to stand", async () => {
    const token = await signIn("organizer");
    const { slug, body } = await draft(token, "two");
    await page.goto(`${wholeStack().origin}/staff/campaigns/${slug}`);
    await heading("Week of two").waitFor();
    await page.keyboard.press("e");
    await page.getByLabel("Goal", { exact: true }).fill("300");
    const theirs = { ...body, version: 1, goal: 200, summary: { en: "Theirs." } };
    expect(
      (await staffApi(token, `campaigns/${slug}`, { method: "PUT", body: JSON.stringify(theirs) })).status,
    ).toBe(200);
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("heading", { name: "Somebody else was here meanwhile" }).waitFor();
    const rows = await page.locator(".error-summary tbody tr").allInnerTexts();
    expect(rows.map((row) => row.split("\t"))).toEqual([
      ["Summary, English", "Theirs.", "Seven days for encryption."],
      ["Goal", "200", "300"],
    ]);
    expect(await page.getByRole("button", { name: "Save" }).isDisabled()).toBe(true);
    await page.getByRole("button", { name: "Keep mine" }).click();
    await page.getByRole("button", { name: "Save" }).click();
    await isSaid("Saved.");
    const now = (await (await staffApi(token, `campaigns/${slug}`)).json()) as {
      goal: number;
      version: number;
    };
    expect(now).toMatchObject({ goal: 300, version: 3 });
  });

  it("finds what they typed again after a reload, and in no storage what is somebody's", async () => {
    const token = await signIn("admin");
    const { slug } = await draft(token, "kept");
    await page.goto(`${wholeStack().origin}/staff/campaigns/${slug}`);
    await heading("Week of kept").waitFor();
    await page.keyboard.press("e");
    await page.getByLabel("Title, English").fill("Half a thou");
    await page.reload();
    await page.locator(".console main h1").waitFor();
    expect(await page.getByLabel("Title, English").inputValue()).toBe("Half a thou");
    await page.keyboard.press("Escape");
    await page.goto(`${wholeStack().origin}/staff/people`);
    const invitation = page.locator("form", { hasText: "Send the invitation" });
    await invitation.getByLabel("Email address").fill("colleague@example.org");
    await page.getByRole("link", { name: "Audit" }).click();
    await heading("Audit").waitFor();
    await page.getByRole("link", { name: "Staff", exact: true }).click();
    expect(await invitation.getByLabel("Email address").inputValue()).toBe("colleague@example.org");
    const stored = await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));
    expect(stored).toContain("Half a thou");
    expect(stored).not.toContain("colleague@example.org");
  });

  it("finds a person by address, which stands in no URL, and forgets them; both are noted", async () => {
    const email = await registered("Amina Odhiambo");
    const token = await signIn("organizer", "/staff/registrants");
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.getByLabel("Find a person by address").fill(email.toUpperCase());
    await page.keyboard.press("Enter");
    await heading("Person").waitFor();
    await page.getByText(email).waitFor();
    expect(asked.join(" ")).not.toMatch(/@|%40/);
    const person = page.url().split("/").at(-1) ?? "";
    await page.getByRole("button", { name: "Delete all their data" }).click();
    const sheet = page.getByRole("dialog", { name: "Delete all that we hold about this person?" });
    await sheet.getByLabel("Why").fill("Asked by mail");
    await sheet.getByRole("button", { name: "Delete all their data" }).click();
    await isSaid("All of it is deleted.");
    await heading("Registrants").waitFor();
    await page.getByLabel("Find a person by address").fill(email);
    await page.keyboard.press("Enter");
    await page.getByText("We hold nothing under this address.").waitFor();
    const acts = (await (await staffApi(token, `audit?subject=person.${person}`)).json()) as {
      items: { act: string; reason?: string }[];
    };
    expect(acts.items.map(({ act }) => act)).toEqual(["person.erase", "person.look"]);
    expect(acts.items[0]?.reason).toBe("Asked by mail");
  });

  it("lists registrants by filter and page in the address, and takes them away as a file, which is noted", async () => {
    const email = await registered("Zoë");
    const token = await signIn("organizer", `/staff/registrants/event.${day}?country=KE`);
    await page.getByRole("link", { name: "Zoë" }).first().waitFor();
    expect(await page.getByLabel("Country").inputValue()).toBe("KE");
    await page.getByLabel("State").selectOption({ label: "Attended" });
    await page.getByText("Nothing fits this filter.").waitFor();
    expect(page.url()).toContain("country=KE&state=attended");
    await page.goBack();
    await page.getByRole("link", { name: "Zoë" }).first().waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Export all, with addresses" }).click(),
    ]);
    const file = await (await download.createReadStream()).toArray();
    expect(Buffer.concat(file).toString("utf8")).toContain(email);
    await page.goto(`${wholeStack().origin}/staff/audit?act=export`);
    const noted = page.getByRole("row", { name: /Exported/ }).first();
    await noted.getByRole("cell", { name: "Registrants" }).waitFor();
    await noted.getByRole("link", { name: `event.${day}` }).waitFor();
    await until(
      async () => (await (await staffApi(token, "audit?act=export")).json()) as { items: { to?: string }[] },
      ({ items }) => items[0]?.to === `event.${day}`,
    );
  });

  it("narrows lists down by the address, goes back and forward, and is told how to clear what fits nothing", async () => {
    await signIn("organizer", "/staff/events?state=any&country=CH&online=true");
    const [workshop, theDay] = ["Encryption workshop", "Global Encryption Day 2027"].map((name) =>
      page.getByRole("link", { name, exact: true }),
    );
    await workshop?.waitFor();
    expect(await theDay?.count()).toBe(0);
    expect(await page.getByLabel("Country").locator("option:checked").textContent()).toBe("Switzerland");
    await page.getByLabel("Title or organizer").fill("no such evening ");
    await page.getByText("Nothing fits this filter.").waitFor();
    expect(new URL(page.url()).searchParams.get("title")).toBe("no such evening");
    await page.goBack();
    await workshop?.waitFor();
    expect(await page.getByLabel("Title or organizer").inputValue()).toBe("");
    await page.goForward();
    await page.getByText("Nothing fits this filter.").waitFor();
    expect(await page.getByLabel("Title or organizer").inputValue()).toBe("no such evening");
    await page.getByRole("link", { name: "Clear the filter" }).click();
    expect(new URL(page.url()).search).toBe("");

    await page.goto(`${wholeStack().origin}/staff/pledges?title=MAKE&language=ar&campaign=${day}`);
    const pledge = page.getByRole("link", { name: "Make the switch" });
    await pledge.waitFor();
    await pledge.click();
    await heading("Make the switch").waitFor();
    await page.keyboard.press("u");
    await pledge.waitFor();
    expect(new URL(page.url()).searchParams.get("title")).toBe("MAKE");
    await page.getByLabel("State").selectOption("cancelled");
    await page.getByText("Nothing fits this filter.").waitFor();

    await page.goto(`${wholeStack().origin}/staff/registrants?kind=event&campaign=${day}`);
    await workshop?.waitFor();
    await page.getByLabel("Kind").selectOption("campaign");
    await page.getByRole("cell", { name: "Campaign" }).first().waitFor();
    expect(await workshop?.count()).toBe(0);
    await page.goBack();
    await workshop?.waitFor();
  });

  it("is told of a network that is gone, and goes on by itself when it is back", async () => {
    await signIn("organizer");
    let failures = 0;
    await page.route("**/api/staff/campaigns?*", async (route) => {
      failures += 1;
      if (failures > 2) return route.continue();
      return failures === 1
        ? route.abort()
        : route.fulfill({ status: 503, json: { message: "Service Unavailable" } });
    });
    await page.getByRole("link", { name: "Campaigns", exact: true }).click();
    await page.getByRole("link", { name: "Global Encryption Day 2027" }).waitFor();
    expect(failures).toBe(3);
    await page.unroute("**/api/staff/campaigns?*");

    await page.context().setOffline(true);
    await page.getByText("No network.").waitFor();
    await page.getByRole("link", { name: "Events", exact: true }).click();
    await page.getByRole("button", { name: "Try again" }).waitFor();
    await page.context().setOffline(false);
    await page.getByText("No network.").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Try again" }).waitFor({ state: "detached" });
    await heading("Events").waitFor();
  });
});
