import type { Page } from "playwright-core";
import { beforeEach, describe, expect, it } from "vitest";
import { type StaffRole, signInStaff } from "../../infra/local/staff.ts";
import { applicationExamples } from "../../shared/contracts/membership.ts";
import { wholeStack } from "../stack/provided.ts";
import { complaintsOf, visits } from "./browsing.ts";
import { expectNoFault } from "./console.ts";
import { asked, freshAddress, post, until } from "./visitor.ts";

const visit = visits({ locale: "en-GB" });
let page: Page;
beforeEach(async () => {
  page = await visit();
});

const at = (path: string): string => wholeStack().origin + path;

/** Signs in as a person does, by keyboard alone. */
async function signIn(
  role: StaffRole,
  path = "/staff",
): Promise<{ email: string; password: string; token: string }> {
  const staff = await signInStaff(wholeStack(), role);
  await page.goto(at(path));
  await page.getByLabel("Email address").waitFor();
  await page.keyboard.type(staff.email);
  await page.keyboard.press("Tab");
  await page.keyboard.type(staff.password);
  await page.keyboard.press("Enter");
  await page.getByRole("navigation", { name: "Sections" }).waitFor();
  return staff;
}

let applied = 0;

/** An application whose address is confirmed; gives its name. */
async function apply(): Promise<string> {
  applied += 1;
  const organization = `Léa & Söhne ${Date.now().toString(36)}${applied}`;
  const website = `https://www.lea-${Date.now().toString(36)}${applied}.example`;
  await asked("/api/members", { ...applicationExamples.organization, organization, website });
  return organization;
}

async function queue(token: string): Promise<{ id: string; name: string; version: number }[]> {
  const answer = await fetch(at("/api/staff/members?state=submitted"), {
    headers: { authorization: `Bearer ${token}` },
  });
  return ((await answer.json()) as { items: { id: string; name: string; version: number }[] }).items;
}

async function idOf(name: string, token: string): Promise<string> {
  const items = await until(
    () => queue(token),
    (found) => found.some((one) => one.name === name),
  );
  return items.find((one) => one.name === name)?.id ?? "";
}

const heading = (name: string | RegExp) => page.getByRole("heading", { level: 1, name });

describe("the staff console", () => {
  it("takes a reviewer by keyboard from the sign-in through the queue to a decision", async () => {
    const name = await apply();
    const { token } = await signIn("reviewer");
    await idOf(name, token);
    await page.keyboard.press("g");
    await page.keyboard.press("m");
    await heading("Members").waitFor();
    await page.getByRole("link", { name }).waitFor();
    for (let moves = 0; moves < 40; moves++) {
      await page.keyboard.press("j");
      if ((await page.evaluate(() => document.activeElement?.textContent)) === name) break;
    }
    await page.keyboard.press("Enter");
    await heading(name).waitFor();
    await page.keyboard.press("a");
    expect(await page.getByLabel("Approve").isChecked()).toBe(true);
    await page.getByLabel("In your words").focus();
    await page.keyboard.type("Welcome to all of you.");
    await page.keyboard.press("Control+Enter");
    await heading("Members").waitFor();
    await expect.poll(() => page.getByRole("status").allTextContents()).toContain(`Approved: ${name}`);
    await until(
      () => queue(token),
      (items) => items.every((one) => one.name !== name),
    );
  });

  it("shows what somebody else decided meanwhile, and sends nothing over it", async () => {
    const name = await apply();
    const { token } = await signIn("reviewer");
    const id = await idOf(name, token);
    await page.goto(at(`/staff/members/${id}`));
    await heading(name).waitFor();
    await page.keyboard.press("d");
    await page.getByLabel("Why not?").selectOption("incomplete");
    await page.getByLabel("In your words").fill("Tell us more.");
    const other = await post(
      `/api/staff/members/${id}/decision`,
      { decision: "approved" },
      { authorization: `Bearer ${token}` },
    );
    expect(other.status).toBe(200);
    await page.getByRole("button", { name: "Decline" }).click();
    await page.getByRole("heading", { name: "Somebody else was here meanwhile" }).waitFor();
    await page.locator(".screen-head .tag", { hasText: "Approved" }).waitFor();
    const draft = await page.evaluate((key) => sessionStorage.getItem(key), `staff-draft:member.${id}`);
    expect(draft).toContain("Tell us more.");
  });

  it("keeps what was typed when the session ends, and sends it after another sign-in", async () => {
    const name = await apply();
    const { token } = await signIn("reviewer");
    const id = await idOf(name, token);
    await page.goto(at(`/staff/members/${id}`));
    await heading(name).waitFor();
    await page.getByLabel("Ask a question").check();
    await page.getByLabel("What about?").selectOption("proof");
    await page.getByLabel("In your words").fill("Who may speak for you?");
    // What Cognito would say of a session that an admin has ended.
    await page.route("**/cognito-idp/", (route) =>
      route.fulfill({ status: 400, json: { __type: "NotAuthorizedException" } }),
    );
    await page.route(
      "**/api/staff/**",
      (route) => route.fulfill({ status: 401, json: { message: "Unauthorized" } }),
      {
        times: 1,
      },
    );
    await page.getByRole("button", { name: "Ask a question" }).click();
    const sheet = page.getByRole("dialog", { name: "Sign in again" });
    await sheet.waitFor();
    await page.unroute("**/cognito-idp/");
    const again = await signInStaff(wholeStack(), "reviewer");
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("name")))
      .toBe("password");
    await sheet.getByLabel("Password").fill(again.password);
    await page.keyboard.press("Enter");
    await heading("Members").waitFor();
    await until(
      () => queue(again.token),
      (items) => items.every((one) => one.name !== name),
    );
  });

  it("refuses a role that may not, on the page and in the API", async () => {
    const { token } = await signIn("reviewer", "/staff/people");
    await page.getByText("Your role may not do this.").waitFor();
    expect(await page.getByRole("link", { name: "Staff", exact: true }).count()).toBe(0);
    const answer = await fetch(at("/api/staff/people"), { headers: { authorization: `Bearer ${token}` } });
    expect(answer.status).toBe(403);
  });

  it("says no to a wrong password without saying whether the address is known", async () => {
    const said: string[] = [];
    for (const email of ["nobody@example.org", (await signInStaff(wholeStack(), "reviewer")).email]) {
      await page.goto(at("/staff"));
      await page.getByLabel("Email address").fill(email);
      await page.getByLabel("Password").fill("Wrong-password-123!");
      await page.keyboard.press("Enter");
      said.push((await page.getByRole("alert").locator("p").textContent()) ?? "");
    }
    expect(new Set(said).size).toBe(1);
  });

  it("lets an admin invite somebody, change their roles and remove them", async () => {
    const email = freshAddress("colleague");
    await signIn("admin", "/staff/people");
    await page.getByRole("textbox", { name: "Email address" }).fill(email);
    await page.getByRole("button", { name: "Send the invitation" }).click();
    await page.getByText("Tick one role at least.").waitFor();
    await page.getByRole("checkbox", { name: "Reviewer" }).check();
    await page.getByRole("button", { name: "Send the invitation" }).click();
    await page.getByRole("button", { name: `Change ${email}` }).click();
    const sheet = page.getByRole("dialog");
    await sheet.getByRole("checkbox", { name: "Organizer" }).check();
    await sheet.getByRole("button", { name: "Save roles" }).click();
    const row = page.getByRole("row", { name: new RegExp(email) });
    await row.getByText("Reviewer, Organizer").waitFor();
    await page.getByRole("button", { name: `Change ${email}` }).click();
    await sheet.getByRole("button", { name: "Remove" }).click();
    await sheet.getByRole("button", { name: "Yes, remove" }).click();
    await row.waitFor({ state: "detached" });
  });

  it("shows an application without a fault that axe knows, at a desk and on a phone, by day and by night", async () => {
    const name = await apply();
    const { token } = await signIn("admin");
    const id = await idOf(name, token);
    await page.goto(at(`/staff/members/${id}`));
    await heading(name).waitFor();
    await expectNoFault(page);
  });

  it("may talk to nobody but us and Cognito, and turns no text into HTML", async () => {
    const policy = (await fetch(at("/staff/members"))).headers.get("content-security-policy") ?? "";
    expect(policy).toContain(`connect-src 'self' ${wholeStack().origin};`);
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toMatch(/unsafe|https?:\/\/\*/);
    const complaints = complaintsOf(page);
    await signIn("reviewer");
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toMatch(/eyJ/);
    expect(complaints).toEqual([]);
  });
});
