import ICAL from "ical.js";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { wholeStack } from "../stack/provided.ts";
import { visits } from "./browsing.ts";
import { untilAllIsCounted } from "./mail-queues.ts";
import { countOf, freshAddress, linkIn, until, untilMails } from "./visitor.ts";

const day = "global-encryption-day-2027";
const scopes = [`event.${day}`, `campaign.${day}`, "coalition"];

const visit = visits({ locale: "en" });

/** Fills in the form of the day and sends it; answers with the page that comes then. */
async function fillIn(page: Page, address: string, prefix = ""): Promise<void> {
  await page.goto(`${wholeStack().origin}${prefix}/events/${day}`);
  await page.fill("input[name=email]", address);
  await page.fill("input[name=name]", "Amina Diallo");
  await page.selectOption("select[name=country]", "SN");
  await page.click("main form button[type=submit]");
  await page.waitForURL(({ pathname }) => pathname.endsWith("/check-your-mail"));
}

describe.each([
  { script: true, title: "with script" },
  { script: false, title: "without script" },
])("registering for Global Encryption Day, $title", ({ script }) => {
  it("goes from the form by mail to the counter, and counts one", async () => {
    const address = freshAddress("amina");
    const before = await Promise.all(scopes.map(countOf));
    const page = await visit({ javaScriptEnabled: script });
    await fillIn(page, address);

    const [asking] = await untilMails(address, 1);
    expect(asking?.from?.address).toBe(wholeStack().environment.SENDER_ADDRESS);
    expect(asking?.headers.some(({ key }) => key === "list-unsubscribe")).toBe(false);
    expect(asking?.text).not.toContain("Amina");

    await page.goto(linkIn(asking, "/confirm/"));
    const token = new URL(page.url()).pathname.split("/").at(-1);
    const shown = await fetch(`${wholeStack().origin}/api/confirmations/${token}`);
    expect(await shown.json(), "opening the link does nothing").toMatchObject({ state: "pending" });

    await page.click("main form button[type=submit]");
    const after = await until(
      () => Promise.all(scopes.map(countOf)),
      (counts) => counts.every((count, i) => count.people > (before[i]?.people ?? 0)),
    );
    after.forEach((count, i) => {
      expect(count.people).toBe((before[i]?.people ?? 0) + 1);
      expect(count.actions).toBe((before[i]?.actions ?? 0) + 1);
    });
    await page.reload();
    await expect(page.textContent("main")).resolves.toContain(String(after[0]?.people));

    const calendarLink = page.locator(`a[href*="/api/events/${day}.ics"]`);
    expect(await calendarLink.count()).toBeGreaterThan(0);
    const [welcome] = await untilMails(address, 2);
    expect(welcome?.text).toContain("Amina Diallo");
    expect(welcome?.headers.find(({ key }) => key === "list-unsubscribe-post")?.value).toBe(
      "List-Unsubscribe=One-Click",
    );
    const attached = welcome?.attachments.find(({ mimeType }) => mimeType === "text/calendar");
    const calendar = new ICAL.Component(
      ICAL.parse(new TextDecoder().decode(attached?.content as ArrayBuffer)),
    );
    const entry = new ICAL.Event(calendar.getFirstSubcomponent("vevent") ?? undefined);
    expect(entry.startDate.toJSDate().toISOString()).toBe("2027-10-21T00:00:00.000Z");
    expect(entry.uid).toContain(day);
  });

  it("withdraws by the link of the second mail, after asking once more", async () => {
    const address = freshAddress("leaves");
    const page = await visit({ javaScriptEnabled: script });
    await fillIn(page, address);
    const [asking] = await untilMails(address, 1);
    await page.goto(linkIn(asking, "/confirm/"));
    await page.click("main form button[type=submit]");
    const [welcome] = await untilMails(address, 2);
    const ledgered = await until(
      () => countOf(`event.${day}`),
      ({ people }) => people > 0,
    );
    await page.goto(linkIn(welcome, "/manage/"));
    await page.click("main a[href*='ask=withdraw']");
    await page.click("main form button[type=submit]");
    const after = await until(
      () => countOf(`event.${day}`),
      ({ people }) => people < ledgered.people,
    );
    expect(after.people).toBe(ledgered.people - 1);
    await page.reload();
    expect(await page.locator("main a[href*='ask=withdraw']").count()).toBe(0);
  });
});

describe("registering twice, in two tabs, and in Arabic", () => {
  it("counts once, whatever is done twice or at the same moment", async () => {
    const address = freshAddress("twice");
    const before = await countOf(`event.${day}`);
    const one = await visit();
    const two = await visit();
    await Promise.all([fillIn(one, address), fillIn(two, address)]);
    const [asking] = await untilMails(address, 1);
    const link = linkIn(asking, "/confirm/");
    await Promise.all([one.goto(link), two.goto(link)]);
    await Promise.all([
      one.click("main form button[type=submit]"),
      two.click("main form button[type=submit]"),
    ]);
    await until(
      () => countOf(`event.${day}`),
      ({ people }) => people > before.people,
    );
    await untilAllIsCounted();
    const after = await countOf(`event.${day}`);
    expect(after.people).toBe(before.people + 1);
    expect(after.actions).toBe(before.actions + 1);
  });

  it("speaks Arabic, from right to left, on the page and in the mails", async () => {
    const address = freshAddress("arabic");
    const page = await visit();
    await fillIn(page, address, "/ar");
    expect(new URL(page.url()).pathname).toBe("/ar/check-your-mail");
    expect(await page.getAttribute("html", "dir")).toBe("rtl");
    const [asking] = await untilMails(address, 1);
    expect(asking?.subject).toMatch(/[\u0600-\u06ff]/);
    expect(asking?.html).toContain('dir="rtl"');
    const link = linkIn(asking, "/confirm/");
    expect(new URL(link).pathname.startsWith("/ar/confirm/")).toBe(true);
    await page.goto(link);
    await page.click("main form button[type=submit]");
    const [welcome] = await untilMails(address, 2);
    expect(welcome?.text).toMatch(/أنت مسجَّل/);
  });
});
