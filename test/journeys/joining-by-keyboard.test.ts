import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { signInStaff } from "../../infra/local/staff.ts";
import { wholeStack } from "../stack/provided.ts";
import { visits } from "./browsing.ts";
import { type Stop, tabTo } from "./keyboard.ts";
import { linkIn, mailWith, until, untilMails } from "./visitor.ts";

const visit = visits();

const at =
  (name: string) =>
  (stop: Stop): boolean =>
    stop.name === name;
const button = ({ type }: Stop) => type === "submit";
const linkTo = (path: string) => (stop: Stop) => stop.href === path;

async function type(page: Page, name: string, text: string): Promise<void> {
  await tabTo(page, at(name));
  await page.keyboard.type(text);
}

async function tick(page: Page, name: string): Promise<void> {
  await tabTo(page, at(name));
  await page.keyboard.press("Space");
}

async function press(page: Page, isThere: (stop: Stop) => boolean): Promise<void> {
  await tabTo(page, isThere);
  await page.keyboard.press("Enter");
}

interface Queued {
  items: { id: string; name: string }[];
}

async function approve(name: string): Promise<void> {
  const { token } = await signInStaff(wholeStack(), "reviewer");
  const staff = (path: string, body?: object) =>
    fetch(`${wholeStack().origin}/api/staff/${path}`, {
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      ...(body && { method: "POST", body: JSON.stringify(body) }),
    });
  const { items } = await until(
    async () => (await (await staff("members?state=submitted")).json()) as Queued,
    (queue) => queue.items.some((item) => item.name === name),
  );
  const { id } = items.find((item) => item.name === name) ?? {};
  expect((await staff(`members/${id}/decision`, { decision: "approved" })).status).toBe(200);
}

it.each([
  ["a desk", { width: 1280, height: 900 }],
  ["a phone with a keyboard", { width: 390, height: 844 }],
])(
  "an organization joins by the keyboard alone, at %s, and sees where it is and what happens next",
  async (_where, viewport) => {
    const run = `${process.pid}-${Date.now().toString(36)}`;
    const name = `Keys Without Mice ${run}`;
    const host = `keys-${run}.example`;
    const email = `amina@${host}`;
    const page = await visit({ viewport });
    await page.goto(wholeStack().origin);
    await press(page, linkTo("/join"));
    await page.waitForURL("**/join");

    await type(page, "organization", name);
    await type(page, "kind", "Civil");
    await type(page, "website", `https://www.${host}`);
    await type(page, "country", "Seneg");
    await type(page, "name", "Amina Diallo");
    await type(page, "email", "amina@");
    await tick(page, "consent.listed");
    await tick(page, "principles");
    await press(page, button);
    await page.waitForSelector("#problems:focus");
    await press(page, linkTo("#field-email"));
    await page.waitForSelector("[name=email]:focus");
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type(email);
    expect(await page.inputValue("[name=organization]"), "what was typed is still there").toBe(name);
    expect(await page.isChecked("[name=principles]")).toBe(true);
    await press(page, button);
    await page.waitForURL(({ pathname }) => pathname === "/check-your-mail");

    const [asking] = await untilMails(email, 1);
    await page.goto(linkIn(asking, "/confirm/"));
    await press(page, button);
    await page.getByRole("heading", { level: 1, name: "Thank you" }).waitFor();
    const next = await page.textContent("main");
    expect(next).toContain("is with our staff");
    expect(next, "and when").toMatch(/usually takes|how long it takes/);
    await press(page, ({ href }) => href.startsWith("/manage/"));
    await page.waitForURL("**/manage/**");
    expect(await page.textContent("main")).toContain(name);

    await approve(name);
    const welcome = await mailWith(email, "Welcome!");
    await page.goto(linkIn(welcome, "/manage/"));
    await press(page, ({ href }) => href.startsWith("/members/"));
    await page.getByRole("heading", { level: 1, name }).waitFor();
  },
);
