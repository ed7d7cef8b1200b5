import type { Page } from "playwright-core";
import { beforeEach, describe, expect, it } from "vitest";
import type { StaffRole } from "../../infra/local/staff.ts";
import { applicationExamples } from "../../shared/contracts/membership.ts";
import { wholeStack } from "../stack/provided.ts";
import { visits } from "./browsing.ts";
import { openConsole } from "./console.ts";
import { untilQueuesAreEmpty } from "./mail-queues.ts";
import { asked, linkIn, mailsTo, untilMails } from "./visitor.ts";

const visit = visits({ locale: "en-GB" });
let page: Page;
beforeEach(async () => {
  page = await visit();
});

const run = `${process.pid}-${Date.now().toString(36)}`;
const at = (path: string): string => wholeStack().origin + path;

async function signIn(role: StaffRole, path: string): Promise<string> {
  return (await openConsole(page, role, path)).token;
}

async function json<Answer>(path: string): Promise<Answer> {
  return (await (await fetch(at(path))).json()) as Answer;
}
const members = async () => (await json<{ members: number }>("/api/counts/coalition")).members;

describe("an admin who imports the present members", () => {
  const header = "name,kind,country,website,email,joined";
  const lines = Array.from(
    { length: 500 },
    (_, i) =>
      `Imported ${run} ${i},company,CH,https://i${i}-${run}.example,c@i${i}-${run}.example,2021-05-03`,
  );
  const file = (csv: readonly string[]) => ({
    name: "members.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`${[header, ...csv].join("\n")}\n`),
  });
  const choose = (csv: readonly string[]) => page.getByLabel("CSV file").setInputFiles(file(csv));
  const told = (text: string) =>
    page.locator("main [role=status]", { hasText: text }).waitFor({ timeout: 60_000 });

  it("sees what is wrong by line and column, what would happen, and puts 500 in once, whose contacts take over", async () => {
    const before = await members();
    await signIn("admin", "/staff/members");
    await page.getByRole("link", { name: "Import members" }).click();
    await choose(lines.with(1, "Bad,firm,CH,nowhere,c@bad.example,3 May"));
    await page.getByRole("alert").filter({ hasText: "Nothing was imported" }).waitFor();
    const wrong = await page.locator("tbody tr").allInnerTexts();
    expect(wrong.map((row) => row.split("\t").slice(0, 2))).toEqual([
      ["3", "kind"],
      ["3", "website"],
      ["3", "joined"],
    ]);

    await choose(lines.map((line) => line.replace(",company,CH,", ",firm,nowhere,")));
    await told("1–50 of 1,000");
    for (let turns = 0; turns < 19; turns++) await page.keyboard.press("n");
    await told("951–1,000 of 1,000");
    expect(await page.locator("tbody tr").last().innerText()).toContain("501\tcountry");
    await choose(lines);
    await told("500 would be added, 0 are here already.");
    expect(await page.locator("tbody tr").count(), "fifty at a time").toBe(50);
    const first = page.locator("tbody tr").first().locator("th, td");
    expect(await first.allTextContents()).toEqual(["2", `Imported ${run} 0`, "is added"]);
    await page.getByRole("button", { name: "Next page" }).click();
    await told("51–100 of 500");
    expect(await first.allTextContents()).toEqual(["52", `Imported ${run} 50`, "is added"]);
    expect(await members()).toBe(before);
    await page.getByRole("button", { name: "Add 500 members" }).click();
    await told("500 were added, 0 were here already.");

    await choose(lines);
    await told("0 would be added, 500 are here already.");
    expect(await page.getByRole("button", { name: /^Add/ }).count()).toBe(0);
    await expect.poll(members, { timeout: 40_000 }).toBe(before + 500);

    const invited = `c@i7-${run}.example`;
    await expect.poll(() => mailsTo(invited), { timeout: 60_000 }).toHaveLength(1);
    await page.goto(linkIn((await mailsTo(invited))[0], "/confirm/"));
    await page.click("main form button[type=submit]");
    await expect.poll(() => page.textContent("main")).toContain("You can speak for");
    await untilQueuesAreEmpty();
  }, 420_000);
});

describe("a reviewer who looks for the proof of an application", () => {
  it("is told what was found, asks for it by a text begun for them, and finds both in the history", async () => {
    const organization = `Unproven ${run}`;
    const website = `https://unproven-${run}.example`;
    const email = await asked("/api/members", { ...applicationExamples.organization, organization, website });

    await signIn("reviewer", "/staff/members?strength=weak");
    await page.getByRole("link", { name: organization }).click();
    await page.getByText(`_gec-proof.unproven-${run}.example`).waitFor();
    await page.getByRole("button", { name: "Look for it now" }).click();
    await page.locator(".said", { hasText: "Nothing was found there" }).waitFor();
    await page.getByRole("button", { name: "Ask them for it" }).click();
    expect(await page.getByLabel("In your words").inputValue()).toContain(`you speak for ${organization}`);
    await page.getByRole("button", { name: "Ask a question" }).click();
    await page.locator(".said", { hasText: organization }).waitFor();
    const question = (await untilMails(email, 3)).find(({ text }) => text?.includes("_gec-proof."));
    expect(question?.text).toContain(`/.well-known/`);
  }, 60_000);
});
