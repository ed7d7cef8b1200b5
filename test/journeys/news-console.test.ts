import type { Page } from "playwright-core";
import { beforeEach, describe, expect, it } from "vitest";
import { wholeStack } from "../stack/provided.ts";
import { complaintsOf, visits } from "./browsing.ts";
import { expectNoFault, openConsole } from "./console.ts";
import { supporter, untilNews } from "./newsroom.ts";
import { freshAddress, mailWith, post } from "./visitor.ts";

const visit = visits({ locale: "en-GB" });
let page: Page;
let staff: { email: string; token: string };
let complaints: string[];

beforeEach(async () => {
  page = await visit();
  complaints = complaintsOf(page);
  staff = await openConsole(page, "organizer", "/staff/news");
  await page.getByRole("heading", { level: 1, name: "News" }).waitFor();
});

const at = (path: string): string => wholeStack().origin + path;
const button = (name: string | RegExp) => page.getByRole("button", { name, exact: typeof name === "string" });
const heading = (name: string) => page.getByRole("heading", { level: 1, name });
const freshSubject = (): string => `Weeks ${process.pid}.${Date.now().toString(36)}`;

/** Begins a draft in the console and gives its id. */
async function begin(): Promise<string> {
  await button("Begin a draft").click();
  await heading("No text yet").waitFor();
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

async function write(subject: string, body = "First.\n\nSecond."): Promise<void> {
  await page.getByLabel("Subject").fill(subject);
  await page.getByLabel("Heading").fill(subject);
  await page.getByLabel("What you write").fill(body);
}

async function save(): Promise<void> {
  await button("Save").click();
  await page.getByText("Saved.", { exact: true }).waitFor();
}

/** What a colleague does at the same time. */
async function putText(id: string, locale: string, subject: string): Promise<void> {
  const authorization = `Bearer ${staff.token}`;
  const { version } = (await (
    await fetch(at(`/api/staff/news/${id}`), { headers: { authorization } })
  ).json()) as { version: number };
  const answer = await fetch(at(`/api/staff/news/${id}/texts/${locale}`), {
    method: "PUT",
    headers: { authorization, "content-type": "application/json" },
    body: JSON.stringify({ subject, heading: subject, body: "Theirs.", version }),
  });
  expect(answer.status).toBe(200);
}

describe("an organizer who writes news", () => {
  it("writes in two languages, looks at the mail, tries it, sends it, and sees what became of it", async () => {
    const reader = freshAddress("reader");
    await supporter(reader, { locale: "ar" });
    const subject = freshSubject();
    const id = await begin();
    await write(subject);
    await button(/العربية/).click();
    await write(`أخبار ${subject}`);
    await save();
    await heading(subject).waitFor();

    // Which text readers of each language get.
    const gets = async (language: string) =>
      page
        .getByRole("row", { name: new RegExp(`^${language}`) })
        .getByRole("cell")
        .first()
        .textContent();
    await expect.poll(() => gets("العربية")).toBe("العربية");
    expect(await gets("Kiswahili")).toBe("English");

    // The mail itself, in a frame that may run nothing of it.
    const mail = page.frameLocator("iframe.mail-frame");
    await mail.getByRole("heading", { name: `أخبار ${subject}` }).waitFor();
    expect(await mail.locator("html").getAttribute("dir")).toBe("rtl");
    expect(
      await mail
        .locator("td")
        .first()
        .evaluate((cell) => getComputedStyle(cell).fontSize),
    ).toBe("17px");
    await button("As plain text").click();
    await page.locator(".mail-text", { hasText: "Second." }).waitFor();

    await button("Send it to me").click();
    const tried = await mailWith(staff.email, "Second.", (one) => one.subject === `[Test] أخبار ${subject}`);
    expect(tried?.headers.some(({ key }) => key === "list-unsubscribe")).toBe(false);

    await button("Send now").click();
    await page
      .getByRole("dialog")
      .getByText(/It goes to \d+ people/)
      .waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "Send now" }).click();
    await button("Pause").waitFor();
    await untilNews(id, staff.token, ({ state, progress }) => state === "sent" && progress.delivered > 0);
    await mailWith(reader, "Second.", (one) => one.subject === `أخبار ${subject}`);
    await page.getByRole("heading", { name: "What became of it" }).waitFor({ timeout: 30_000 });
    await page.getByText("100 % of the lists").waitFor();
    expect(complaints).toEqual([]);
  });

  it("keeps what they typed through a reload, and through a colleague's change, which is shown", async () => {
    const subject = freshSubject();
    const id = await begin();
    await write(subject);
    await page.reload();
    await expect.poll(() => page.getByLabel("Subject").inputValue()).toBe(subject);
    await putText(id, "fr", "Semaines");
    await button("Save").click();
    const conflict = page.getByRole("alert").filter({ hasText: "Somebody else was here meanwhile" });
    await conflict
      .getByRole("row", { name: /English: Subject/ })
      .getByText(subject)
      .waitFor();
    expect(await page.getByLabel("Subject").inputValue()).toBe(subject);
    await button("Keep mine, on the new version").click();
    await save();
    await heading(subject).waitFor();
    await button(/Français/).click();
    expect(await page.getByLabel("Subject").inputValue()).toBe("Semaines");
  });

  it("is told at its field what cannot be, and loses nothing by it", async () => {
    await begin();
    await write(freshSubject());
    await page.getByLabel("Where the button leads").fill("http://example.org");
    await button("Save").click();
    await page.getByText("Something here needs another look.").waitFor();
    expect(await page.getByLabel("Where the button leads").getAttribute("aria-invalid")).toBe("true");
    expect(await page.getByLabel("What you write").inputValue()).toBe("First.\n\nSecond.");
    await page.getByLabel("Where the button leads").fill("https://example.org");
    await page.getByLabel("Button", { exact: true }).fill("Look");
    await save();
  });

  it("schedules, which must be for a time to come, and calls it off", async () => {
    const subject = freshSubject();
    await begin();
    await write(subject);
    await save();
    await button("Schedule").click();
    const sheet = page.getByRole("dialog");
    await sheet.getByLabel("When").fill("2020-01-01T10:00");
    await sheet.getByRole("button", { name: "Schedule" }).click();
    await sheet.getByText("Choose a time to come.").waitFor();
    await sheet.getByLabel("When").fill("2099-01-01T10:00");
    await sheet.getByRole("button", { name: "Schedule" }).click();
    await page.getByText(/Goes out on 1 Jan 2099/).waitFor();
    await button("Cancel it").click();
    await page.getByRole("dialog").getByRole("button", { name: "Cancel it" }).click();
    await page.getByText("Nothing more goes out.").first().waitFor();
    expect(await button("Send now").count()).toBe(0);
  });

  it("sees whom it is for change with languages and countries", async () => {
    await supporter(freshAddress("swahili"), { locale: "sw", country: "TZ" });
    await begin();
    await write(freshSubject());
    const countries = page.getByLabel("People in these countries").first();
    for (const name of ["Tanzania", "Norway"]) await countries.selectOption({ label: name });
    await button("Remove Norway").click();
    await page.getByRole("checkbox", { name: "Kiswahili" }).check();
    await save();
    await page.getByText(/Tanzania \d+/).waitFor();
    expect(await button("Remove Norway").count()).toBe(0);
    await button("Remove Tanzania").click();
    await save();
    await page.getByText(/Tanzania \d+/).waitFor({ state: "detached" });
  });

  it("works at pages that axe finds no fault with, at a desk and on a phone, by day and by night", async () => {
    await begin();
    await write(freshSubject());
    await save();
    await expectNoFault(page);
    await page.goto(at("/staff/news"));
    await heading("News").waitFor();
    await expectNoFault(page);
  });
});

it("shows a mail at an address that nobody else may show, and that may run nothing but our own script", async () => {
  const answer = await fetch(at("/staff/mail-frame"));
  const policy = answer.headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'self'");
  expect(policy).toContain("sandbox allow-scripts");
  expect(policy).not.toContain("allow-same-origin");
  expect((await post("/staff/mail-frame", {})).status).toBeGreaterThanOrEqual(400);
});
