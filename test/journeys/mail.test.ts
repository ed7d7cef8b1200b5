import { describe, expect, it } from "vitest";
import { signInStaff } from "../../infra/local/staff.ts";
import { wholeStack } from "../stack/provided.ts";
import { visits } from "./browsing.ts";
import { untilAllIsMailed, untilQueuesAreEmpty } from "./mail-queues.ts";
import { register, sendNews, subjectsTo, supporter } from "./newsroom.ts";
import { freshAddress, linkIn, mailWith, post, type ReceivedMail, until, untilMails } from "./visitor.ts";

const visit = visits();

const headerOf = (mail: ReceivedMail | undefined, name: string): string =>
  mail?.headers.find(({ key }) => key === name)?.value ?? "";

/** What a mail program does when its reader presses “unsubscribe”: no cookies, no page. */
async function pressStop(mail: ReceivedMail | undefined): Promise<Response> {
  const url = /^<(https?:\/\/[^>]+)>$/.exec(headerOf(mail, "list-unsubscribe"))?.[1] ?? "";
  return fetch(url, {
    method: "POST",
    credentials: "omit",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: headerOf(mail, "list-unsubscribe-post"),
  });
}

async function stateOf(thanks: ReceivedMail): Promise<string> {
  const token = new URL(linkIn(thanks, "/manage/")).pathname.split("/").at(-1);
  const answer = await fetch(`${wholeStack().origin}/api/manage/${token}`);
  return ((await answer.json()) as { state: string }).state;
}

let sent = 0;
const freshSubject = (): string => `News ${process.pid}.${Date.now().toString(36)}.${++sent}`;

describe("a supporter who agreed to news", () => {
  it("gets them, stops them by one click, gets no more of them, and is registered still", async () => {
    const [stays, leaves] = [freshAddress("stays"), freshAddress("leaves")];
    await supporter(stays);
    const thanks = await supporter(leaves);
    const first = freshSubject();
    await sendNews(first);
    const news = await mailWith(leaves, "First.", ({ subject }) => subject === first);
    expect(news?.from).toMatchObject({ name: "Global Encryption Day 2027" });
    expect(news?.replyTo?.[0]?.address).toMatch(/^people@/);
    expect(headerOf(news, "list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");

    // A look at the page, as link scanners do too, stops nothing: it shows a button.
    const looking = await visit();
    await looking.goto(linkIn(news, "/unsubscribe/"));
    await looking.getByRole("button", { name: "Stop the news" }).waitFor();
    const second = freshSubject();
    await sendNews(second);
    await mailWith(leaves, "First.", ({ subject }) => subject === second);

    expect((await pressStop(news)).status).toBe(200);
    expect((await pressStop(news)).status).toBe(200);
    const third = freshSubject();
    await sendNews(third);
    await mailWith(stays, "First.", ({ subject }) => subject === third);
    await untilQueuesAreEmpty();
    expect(await subjectsTo(leaves)).not.toContain(third);
    expect(await stateOf(thanks)).toBe("confirmed");
  });

  it("stops all mails on the page, and still gets what they ask for", async () => {
    const email = freshAddress("stopped");
    const thanks = await supporter(email);
    const page = await visit();
    await page.goto(linkIn(thanks, "/unsubscribe/"));
    await page.getByRole("main").getByRole("button").click();
    await page.getByRole("status").waitFor();
    const before = (await subjectsTo(email)).length;
    await sendNews(freshSubject());
    await untilQueuesAreEmpty();
    expect(await subjectsTo(email)).toHaveLength(before);
    await register(email, {}, "encryption-workshop");
    await until(
      () => subjectsTo(email),
      (subjects) => subjects.length === before + 1,
    );
  });

  it("chooses on the page of their link what they want to hear of", async () => {
    const email = freshAddress("chooses");
    const thanks = await supporter(email);
    const page = await visit();
    await page.goto(linkIn(thanks, "/manage/"));
    const news = page.getByRole("checkbox", { name: /news/i });
    expect(await news.isChecked()).toBe(true);
    await news.uncheck();
    await page.locator("form:has(input[type=checkbox]) button").click();
    await page.waitForLoadState();
    expect(await page.getByRole("checkbox", { name: /news/i }).isChecked()).toBe(false);
    expect(await page.getByRole("checkbox", { name: /reminder/i }).isChecked()).toBe(true);
    const subject = freshSubject();
    await sendNews(subject);
    await untilQueuesAreEmpty();
    expect(await subjectsTo(email)).not.toContain(subject);
  });
});

describe("an address of SES's simulator", () => {
  const simulated = (name: string): string =>
    `${name}+${process.pid}${Date.now().toString(36)}@simulator.amazonses.com`;

  /** Waits until it is known of the person at an address why they take no mail. */
  async function untilUndeliverable(email: string, why: string): Promise<void> {
    const { token } = await signInStaff(wholeStack(), "organizer");
    const authorization = `Bearer ${token}`;
    const found = await post("/api/staff/persons/search", { email }, { authorization });
    const { person } = (await found.json()) as { person: string };
    const file = `${wholeStack().origin}/api/staff/persons/${person}`;
    await until(
      async () =>
        (await (await fetch(file, { headers: { authorization } })).json()) as {
          mails: { undeliverable: string | null };
        },
      ({ mails }) => mails.undeliverable === why,
    );
  }

  it.each(["complaint", "bounce"])("that is for a %s is mailed once, and never again", async (name) => {
    const email = simulated(name);
    await register(email);
    await untilUndeliverable(email, name);
    await register(email, {}, "encryption-workshop");
    await untilAllIsMailed();
    expect(await subjectsTo(email)).toHaveLength(1);
  });

  it("that takes every mail is mailed as any other", async () => {
    const [email, later] = [simulated("success"), simulated("bounce")];
    await register(email);
    await untilMails(email, 1);
    // Once SES was heard of a mail that left later, it was heard of this one.
    await register(later);
    await untilUndeliverable(later, "bounce");
    await register(email, {}, "encryption-workshop");
    await untilMails(email, 2);
  });
});
