import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { type StaffRole, signInStaff } from "../../infra/local/staff.ts";
import { wholeStack } from "../stack/provided.ts";
import { visits } from "./browsing.ts";
import { expectNoFault, openConsole, untilShown } from "./console.ts";
import { asked, mailWith, until } from "./visitor.ts";

const visit = visits({ locale: "en-GB" });

const at = (path: string): string => wholeStack().origin + path;

/** The console as a member of staff has it open. */
async function console(role: StaffRole, path: string): Promise<Page> {
  const page = await visit();
  await openConsole(page, role, path);
  return page;
}

const said = (page: Page, text: string | RegExp) =>
  page.getByRole("status").filter({ hasText: text }).waitFor();

/** Signs by the API and confirms by the mail's link. */
const signed = (path: string, body: object) => asked(`/api${path}/signatures`, body);

describe("an organizer in the console", () => {
  it("writes a pledge in two languages, publishes it, corrects it, and sets its end", async () => {
    const name = `Lock it ${Date.now().toString(36)}`;
    const page = await console("organizer", "/staff/pledges");
    await page.getByLabel("Title in English").fill(name);
    await page.getByLabel("Summary in English").fill("I lock my phone.");
    const slug = await page.getByLabel("Address", { exact: true }).inputValue();
    await expectNoFault(page);
    await page.getByRole("button", { name: "Begin the pledge" }).click();
    await page.getByRole("heading", { level: 1, name }).waitFor();
    expect((await fetch(at(`/pledges/${slug}`))).status, "nobody sees a draft").toBe(404);

    const text = page.getByLabel("Version 1, English");
    await text.fill("I will lock my phone.\n\nThis week.");
    await page.getByRole("button", { name: "Save the draft" }).click();
    await said(page, "Saved: version 1, English");
    await page.getByLabel("Add a language").selectOption("ar");
    await page.getByLabel("Title", { exact: true }).fill("سأقفل هاتفي");
    await page.getByLabel("Summary", { exact: true }).fill("أقفل هاتفي.");
    await page.getByRole("button", { name: "Save title and summary" }).click();
    await said(page, "Saved: title and summary, Arabic");
    await page.getByLabel("Version 1, Arabic").fill("سأقفل هاتفي هذا الأسبوع.");
    await page.getByRole("button", { name: "Preview" }).click();
    expect(await page.locator(".signed-text").getAttribute("dir")).toBe("rtl");
    await page.getByRole("button", { name: "Save the draft" }).click();
    await said(page, "Saved: version 1, Arabic");
    await expectNoFault(page);
    await page.getByRole("button", { name: "Publish version 1" }).click();
    const sheet = page.getByRole("dialog");
    await sheet.getByRole("button", { name: "Publish version 1" }).click();
    await said(page, "In force: version 1");
    await until(
      async () => (await fetch(at(`/ar/pledges/${slug}`))).text(),
      (html) => html.includes("سأقفل هاتفي هذا الأسبوع."),
    );

    const email = await signed(`/pledges/${slug}`, { version: 1 });
    await page.goto(at(`/staff/pledges/${slug}`));
    await page.getByLabel("Version 2, English").fill("I will lock my phone.\n\nToday.");
    await page.getByRole("button", { name: "Preview" }).click();
    expect(await page.locator(".difference ins").textContent()).toBe("Today.");
    await page.getByRole("button", { name: "Save the draft" }).click();
    await said(page, "Saved: version 2, English");
    await page.getByText("Not written yet, though the version in force has it: Arabic").waitFor();
    await page.getByRole("button", { name: "Publish version 2" }).click();
    await sheet.getByLabel("What changed, English").fill("Sooner.");
    await expectNoFault(page);
    await sheet.getByRole("button", { name: "Publish version 2" }).click();
    await said(page, "In force: version 2");
    const { endpoint, outputs } = wholeStack();
    await fetch(`${endpoint}/2015-03-31/functions/${outputs.AskFunction}/invocations`, {
      method: "POST",
      body: "{}",
    });
    const question = await mailWith(email, "Sooner.");
    expect(question?.subject).toContain("has changed");

    await page.getByLabel("Ask so many days after signing").fill("7");
    await page.getByRole("button", { name: "Save the days" }).click();
    await said(page, "Saved.");
    await page.getByLabel("End (UTC)").fill("2026-01-01T00:00");
    await page.getByLabel("Reason").fill("It was a trial.");
    await page.getByRole("button", { name: "Set the end" }).click();
    await said(page, "Ends on");
    const named = await page.getByText(/^Ends on/).allTextContents();
    expect(new Set(named).size, "the message and the page name the same moment").toBe(1);
    expect(named[0]).toMatch(/UTC$/);
    expect(named[0], "which is not the one long past").not.toContain("2026, 00:00");
    await until(
      async () => (await fetch(at(`/api/pledges/${slug}`))).json() as Promise<Record<string, unknown>>,
      ({ status, askAfterDays }) => status === "closed" && askAfterDays === 7,
    );
    const shown = async () => (await fetch(at(`/pledges/${slug}`))).text();
    for (const [verb, done] of [
      ["Withdraw it", "Withdrawn:"],
      ["Bring it back", "Brought back:"],
    ] as const) {
      await page.getByRole("button", { name: verb }).click();
      await sheet.getByLabel("Reason").fill("It was tried.");
      await sheet.getByRole("button", { name: verb }).click();
      await said(page, done);
      await until(shown, (html) => html.includes("We have withdrawn it") === (verb === "Withdraw it"));
    }
    await page.locator("main a[href*='audit']").click();
    await page.getByText("Version published").first().waitFor();
  });

  it("throws a draft away, and finds its address free again", async () => {
    const name = `A slip ${Date.now().toString(36)}`;
    const page = await console("organizer", "/staff/pledges");
    await page.getByLabel("Title in English").fill(name);
    await page.getByLabel("Summary in English").fill("Begun by mistake.");
    await page.getByRole("button", { name: "Begin the pledge" }).click();
    await page.getByRole("heading", { level: 1, name }).waitFor();
    await page.getByRole("button", { name: "Throw the draft away" }).click();
    const sheet = page.getByRole("dialog");
    await sheet.getByLabel("Reason").fill("A slip.");
    await sheet.getByRole("button", { name: "Throw the draft away" }).click();
    await said(page, "Thrown away:");
    await page.getByRole("heading", { level: 1, name: "Pledges" }).waitFor();
    expect(await page.getByRole("link", { name }).count()).toBe(0);
  });

  it("is told when somebody else has saved the same text meanwhile, and says which is to stand", async () => {
    const { token } = await signInStaff(wholeStack(), "admin");
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const page = await console("organizer", "/staff/statements/2027?language=sw");
    await page.getByLabel(/^Version \d+, Swahili$/).fill("Langu.");
    const other = await fetch(at("/api/staff/statements/2027/texts/sw"), {
      ...{ method: "PUT", headers, body: JSON.stringify({ text: "Lao." }) },
    });
    expect(other.status).toBe(200);
    await page.getByRole("button", { name: "Save the draft" }).click();
    await page.getByRole("heading", { name: "Somebody else was here meanwhile" }).waitFor();
    await page.getByText("Lao.").first().waitFor();
    await page.getByRole("button", { name: "Keep mine, on the new version" }).click();
    const readAgain = page.waitForResponse(
      (answer) => answer.request().method() === "GET" && answer.url() === at("/api/staff/statements/2027"),
    );
    await page.getByRole("button", { name: "Save the draft" }).click();
    await said(page, /Saved: version \d+, Swahili/);
    // What is saved comes in a form of its own, whose buttons are others.
    await (await readAgain).finished();
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    await page.getByRole("button", { name: "Leave this language out" }).click();
    await said(page, "Left out of version");
  });
});

describe("a reviewer in the console", () => {
  it("lets a comment through, declines another, and takes an organization's signature", async () => {
    const mark = Date.now().toString(36);
    for (const word of ["kind", "rude"])
      await signed("/pledges/make-the-switch", {
        name: "Ann Bee",
        display: "initials",
        comment: `A ${word} word ${mark}`,
      });
    const organization = `Open Locks ${mark}`;
    await signed("/statements/2027", {
      ...{ organization, kind: "civil-society", website: `https://locks-${mark}.org`, country: "KE" },
    });
    const page = await console("reviewer", "/staff/comments");
    const card = (text: string) => page.getByRole("listitem").filter({ hasText: text });
    await until(
      async () => {
        await page.reload();
        await page.locator("main h1").waitFor();
        await untilShown(page);
        return page.textContent("main");
      },
      (text) => ["kind", "rude"].every((word) => text?.includes(`A ${word} word ${mark}`)),
    );
    await expectNoFault(page);
    await card(`A kind word ${mark}`).getByRole("button", { name: "Approve" }).click();
    await said(page, "Approved.");
    await card(`A rude word ${mark}`).getByRole("button", { name: "Decline" }).click();
    await card(`A rude word ${mark}`).waitFor({ state: "detached" });
    const shown = await until(
      async () => (await fetch(at("/pledges/make-the-switch"))).text(),
      (html) => html.includes(`A kind word ${mark}`),
    );
    expect(shown).not.toContain(`A rude word ${mark}`);

    await page.goto(at(`/staff/comments?state=approved&words=kind word ${mark}`));
    await card(`A kind word ${mark}`).getByRole("button", { name: "Take it down" }).click();
    const sheet = page.getByRole("dialog", { name: "Take this comment down?" });
    await expectNoFault(page);
    await sheet.getByLabel("Why").fill("It was meant otherwise.");
    await sheet.getByRole("button", { name: "Take it down" }).click();
    await said(page, "Taken down.");
    await page.getByText("Nothing fits this filter.").waitFor();
    await until(
      async () => (await fetch(at("/pledges/make-the-switch"))).text(),
      (html) => !html.includes(`A kind word ${mark}`),
    );
    await page.goto(at(`/staff/comments?state=declined&words=${mark}`));
    await card(`A rude word ${mark}`).waitFor();
    await card(`A kind word ${mark}`).getByRole("button", { name: "Show it after all" }).click();
    const again = page.getByRole("dialog", { name: "Show this comment after all?" });
    await again.getByLabel("Why").fill("They explained it to us.");
    await again.getByRole("button", { name: "Show it after all" }).click();
    await said(page, "It is shown now.");
    await card(`A kind word ${mark}`).waitFor({ state: "detached" });

    await page.goto(at("/staff/signatures"));
    await card(organization).waitFor();
    await expectNoFault(page);
    await card(organization).getByRole("button", { name: "Approve" }).click();
    await said(page, "Approved.");
    await until(
      async () => (await fetch(at("/api/statements/2027/signatories"))).text(),
      (list) => list.includes(organization),
    );
  });

  it("may read pledges and statements, and write none", async () => {
    const page = await console("reviewer", "/staff/statements/2027");
    await page.getByText("Organizers write pledges and statements.").waitFor();
    expect(await page.locator("main form").count()).toBe(0);
  });
});
