import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import ICAL from "ical.js";
import type { Locator, Page, Route } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { signInStaff } from "../../infra/local/staff.ts";
import { photo } from "../pictures/photos.ts";
import { launchChromium, withCamera } from "../stack/browser.ts";
import { clientFor, wholeStack } from "../stack/provided.ts";
import { visits } from "./browsing.ts";
import { openConsole } from "./console.ts";
import { untilAllIsMailed } from "./mail-queues.ts";
import { countOf, freshAddress, linkIn, mailsTo, until, untilMails } from "./visitor.ts";

/** A thousand places in small: one event with one seat, from its proposal to the report of how many came. */

let token: string;
beforeAll(async () => {
  token = (await signInStaff(wholeStack(), "organizer")).token;
});

const at = (path: string) => `${wholeStack().origin}${path}`;

const visit = visits({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });

async function staff(
  path: string,
  body?: object,
): Promise<{ status: number; said: Record<string, unknown> }> {
  const answer = await fetch(at(`/api/staff/events${path}`), {
    method: body ? "POST" : "GET",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, said: (await answer.json()) as Record<string, unknown> };
}

const subjectsOf = async (address: string) => (await mailsTo(address)).map(({ subject }) => subject ?? "");

const untilSubject = (address: string, begin: string) =>
  until(
    () => mailsTo(address),
    (mails) => mails.some(({ subject }) => subject?.startsWith(begin)),
  ).then((mails) => mails.find(({ subject }) => subject?.startsWith(begin)));

/** The picture that a browser has drawn, by its own measure. */
async function pictureOf(picture: Locator): Promise<{ url: string; width: number; height: number }> {
  return picture.evaluate(async (image) => {
    const drawn = image as HTMLImageElement;
    await drawn.decode();
    return { url: drawn.src, width: drawn.naturalWidth, height: drawn.naturalHeight };
  });
}

/** Presses the one button of the page that a mail's link leads to. */
async function press(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.click("main form button[type=submit]");
  await page.waitForLoadState();
}

const title = `Encryption in the library ${Date.now().toString(36)}`;
const starts = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

async function aPhoto() {
  return { name: "library.jpg", mimeType: "image/jpeg", buffer: await photo(1600, 1200) };
}

async function propose(page: Page, address: string): Promise<void> {
  await page.goto(at("/events/propose"));
  await page.fill("input[name=title]", title);
  await page.fill("input[name=summary]", "An evening for readers.");
  await page.fill("textarea[name=description]", "Bring *your* phone. <script>alert(1)</script>");
  await page.setInputFiles("input[name=picture]", await aPhoto());
  await page.fill("input[name=pictureAlt]", "Shelves, and people between them");
  await page.fill("input[name=starts]", `${starts}T18:00`);
  await page.fill("input[name=ends]", `${starts}T17:00`);
  await page.fill("input[name=timeZone]", "Africa/Dakar");
  await page.fill("input[name='place.name']", "Dakar, the library");
  await page.selectOption("select[name='place.country']", "SN");
  await page.fill("input[name=joinLink]", "https://meet.example.org/library-secret");
  await page.fill("input[name=capacity]", "1");
  await page.fill("input[name=email]", address);
  await page.click("main form button[type=submit]");
}

async function register(page: Page, slug: string, who: { address: string; name: string }): Promise<void> {
  await page.goto(at(`/events/${slug}`));
  await page.fill("input[name=email]", who.address);
  await page.fill("input[name=name]", who.name);
  await page.click("main form button[type=submit]");
  await page.waitForURL(({ pathname }) => pathname.endsWith("/check-your-mail"));
  const [asking] = await untilMails(who.address, 1);
  await press(page, linkIn(asking, "/confirm/"));
}

/** Runs a sweep as its schedule does, at a time that the test sets. */
async function sweepAt(sweep: "FanOutFunction" | "ReportSweepFunction", now: Date): Promise<void> {
  const { endpoint, outputs } = wholeStack();
  const answer = await fetch(`${endpoint}/2015-03-31/functions/${outputs[sweep]}/invocations`, {
    method: "POST",
    body: JSON.stringify({ now: now.toISOString() }),
  });
  expect(answer.headers.get("x-amz-function-error")).toBeNull();
  expect(answer.status).toBe(200);
}

/** Time passes: the event began an hour ago. */
async function letItBegin(slug: string): Promise<void> {
  const { endpoint, environment } = wholeStack();
  const client = new DynamoDBClient(clientFor(endpoint));
  await client.send(
    new UpdateItemCommand({
      TableName: environment.TABLE_NAME,
      Key: { pk: { S: `SCOPE#event.${slug}` }, sk: { S: "DETAILS" } },
      UpdateExpression: "SET startsAt = :then",
      ExpressionAttributeValues: { ":then": { S: new Date(Date.now() - 3_600_000).toISOString() } },
    }),
  );
  client.destroy();
}

/** A film's frame has an even number of lines and columns. */
async function pictureOfTicket(page: Page): Promise<Buffer> {
  const ticket = page.locator("svg.ticket");
  await ticket.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await ticket.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const clip = {
    ...{ x: Math.ceil(x), y: Math.ceil(y) },
    ...{ width: 2 * Math.floor((width - 1) / 2), height: 2 * Math.floor((height - 1) / 2) },
  };
  return page.screenshot({ type: "jpeg", quality: 90, clip });
}

/** Until the phone has kept the door's page, and what it is made of. */
async function untilKept(page: Page): Promise<void> {
  await until(
    () =>
      page.evaluate(async () => {
        const kept = await Promise.all(
          (await caches.keys()).map(async (name) => (await caches.open(name)).keys()),
        );
        const names = kept.flat().map(({ url }) => url);
        return names.includes(location.href) && names.some((name) => name.endsWith("/read-code.js"));
      }),
    (isKept) => isKept,
  );
}

async function doorOf(slug: string): Promise<string> {
  return String((await staff(`/${slug}/check-in-link`, {})).said.url);
}

describe("an event from its proposal to its report", () => {
  const [proposer, ann, bob] = [freshAddress("proposer"), freshAddress("ann"), freshAddress("bob")];
  let slug: string;

  it("is proposed by a form, asked about where it cannot be, confirmed by mail, and approved", async () => {
    const page = await visit();
    await propose(page, proposer);
    expect(await page.textContent(".error-summary")).toContain("It must end after it begins.");
    await page.fill("input[name=ends]", `${starts}T20:00`);
    await page.setInputFiles("input[name=picture]", await aPhoto());
    await page.click("main form button[type=submit]");
    await page.waitForURL(({ pathname }) => pathname.endsWith("/check-your-mail"));
    const [asking] = await untilMails(proposer, 1);
    await press(page, linkIn(asking, "/confirm/"));
    expect(await page.textContent("h1")).toBe("Your proposal is with us");
    const { said } = await staff("?state=submitted");
    const found = (said.items as { slug: string; title: { en: string } }[]).find(
      (item) => item.title.en === title,
    );
    slug = found?.slug ?? "";
    expect(await staff(`/${slug}/decision`, { decision: "approved", reason: "Welcome!" })).toMatchObject({
      status: 200,
      said: { state: "published" },
    });
    await untilSubject(proposer, "Your event is published");
  });

  it("is found in the list and in the calendar, without its link to join", async () => {
    const page = await visit();
    await page.goto(at(`/events?country=SN&from=${starts}`));
    await page.click(`main a:has-text("${title}")`);
    expect(await page.textContent("h1")).toContain(title);
    const picture = page.getByAltText("Shelves, and people between them");
    // It is shown to the public a moment after the event is.
    const address = await picture.getAttribute("src");
    await until(
      async () => (await fetch(at(String(address)))).status,
      (status) => status === 200,
    );
    await page.reload();
    const { url, width, height } = await pictureOf(picture);
    expect([width, height]).toEqual([1200, 900]);
    expect((await fetch(url)).headers.get("content-type")).toBe("image/jpeg");
    const html = await page.content();
    expect(html).toContain("<em>your</em>");
    expect(html).not.toContain("alert(1)");
    expect(html).not.toContain("library-secret");
    const data = JSON.parse((await page.textContent("script[type='application/ld+json']")) ?? "");
    expect(data).toMatchObject({ "@type": "Event", name: title, startDate: `${starts}T18:00:00.000Z` });
    expect(data.image[0]).toBe(url);
    const file = await (await fetch(at(`/api/events.ics?country=SN&from=${starts}`))).text();
    const entries = new ICAL.Component(ICAL.parse(file)).getAllSubcomponents("vevent");
    expect(entries.map((entry) => entry.getFirstPropertyValue("summary"))).toContain(title);
    expect(file).not.toContain("library-secret");
  });

  it("gives its seat to who comes first, lets the next wait, and offers it to them when it gets free", async () => {
    const page = await visit();
    await register(page, slug, { address: ann, name: "Ann" });
    expect(await page.textContent("h1")).toBe("You are in. Thank you!");
    await register(page, slug, { address: bob, name: "Bob" });
    expect(await page.textContent("h1")).toBe("You are on the waiting list");
    const own = linkIn(await untilSubject(ann, "You are registered"), "/manage/");
    await page.goto(own);
    expect(await page.content()).toContain("library-secret");
    await page.click("main a.button-quiet:has-text('Withdraw')");
    await page.click("main form button.button-grave");
    await page.waitForLoadState();
    const offer = await untilSubject(bob, "A place is yours");
    await page.goto(linkIn(offer, "/manage/"));
    expect(await page.content()).not.toContain("library-secret");
    await page.click("main form button:has-text('Take the place')");
    await page.waitForLoadState();
    expect(await page.content()).toContain("library-secret");
    await untilSubject(bob, "You are registered");
    await until(
      () => countOf(`event.${slug}`),
      ({ people, actions }) => people === 1 && actions === 1,
    );
  });

  it("reminds who comes, once, when its time has come", async () => {
    const dayBefore = new Date(new Date(`${starts}T18:00:00Z`).getTime() - 86_400_000 + 60_000);
    for (let twice = 0; twice < 2; twice++) await sweepAt("FanOutFunction", dayBefore);
    await untilSubject(bob, "Tomorrow:");
    await sweepAt("FanOutFunction", new Date(dayBefore.getTime() + 23 * 3_600_000));
    await untilSubject(bob, "In an hour:");
    const subjects = await subjectsOf(bob);
    expect(subjects.filter((subject) => subject.startsWith("Tomorrow:"))).toHaveLength(1);
    expect((await subjectsOf(ann)).some((subject) => /^(?:Tomorrow|In an hour):/.test(subject))).toBe(false);
  });

  it("ticks them at the door on a phone, also while there is no network", async () => {
    await letItBegin(slug);
    const page = await visit({ javaScriptEnabled: true });
    await page.goto(at("/campaigns/global-encryption-day-2027"));
    expect(await page.textContent(".now-and-next")).toContain(title);
    await page.goto(await doorOf(slug));
    await untilKept(page);
    await page.fill("#q", "bo");
    expect(await page.locator("[data-name]:visible").count()).toBe(1);
    await page.context().setOffline(true);
    await page.click("form[data-tick] button");
    await until(
      () => page.textContent("[data-waiting]"),
      (text) => text?.startsWith("1 ") ?? false,
    );
    expect(await page.textContent("form[data-tick] button")).toBe("Take back");
    expect(await page.textContent("[data-came]")).toBe("1 of 1 are here");
    // The phone was put away, or its browser began anew: the page comes back from it, with what was ticked.
    await page.reload();
    expect(await page.textContent("[data-waiting]")).toMatch(/^1 /);
    expect(await page.textContent("[data-came]")).toBe("1 of 1 are here");
    await page.fill("#q", "somebody else");
    expect(await page.locator("[data-name]:visible").count()).toBe(0);
    await page.context().setOffline(false);
    await page.locator("[data-waiting]").waitFor({ state: "hidden" });
    await page.context().setOffline(true);
    await page.reload();
    expect(await page.textContent("form[data-tick] button")).toBe("Take back");
    await page.context().setOffline(false);
    await page.reload();
    expect(await page.textContent("[data-came]")).toBe("1 of 1 are here");
    let busy = 0;
    const tooBusy = { status: 409, headers: { "retry-after": "2" }, json: { type: "too-busy" } };
    const meet = (route: Route) => (busy++ === 0 ? route.fulfill(tooBusy) : route.continue());
    await page.route("**/api/check-in/**", meet);
    await page.click("form[data-tick] button");
    await expect.poll(() => busy).toBeGreaterThan(0);
    await until(
      async () => (await page.reload(), page.textContent("[data-came]")),
      (text) => text === "0 of 1 are here",
    );
  });

  it("reads a ticket with the camera", async () => {
    const phone = await visit();
    await phone.goto(linkIn(await untilSubject(bob, "You are registered"), "/manage/"));
    await phone.click("main a:has-text('My ticket')");
    const film = join(mkdtempSync(join(tmpdir(), "film-")), "ticket.mjpeg");
    writeFileSync(film, await pictureOfTicket(phone));
    const withTicket = await launchChromium(withCamera(film));
    try {
      const page = await (await withTicket.newContext()).newPage();
      await page.goto(await doorOf(slug));
      await page.click("[data-scan]");
      await until(
        () => page.textContent("[data-said]"),
        (text) => text === "Bob is here.",
      );
      expect(await page.textContent("form[data-tick] button")).toBe("Take back");
    } finally {
      await withTicket.close();
    }
    await until(
      () => countOf(`event.${slug}`) as Promise<{ people: number; actions: number }>,
      ({ people, actions }) => people === 1 && actions === 1,
    );
  });

  it("asks its organizer how many came until they say it, and never again", async () => {
    const morning = (days: number) => new Date(new Date(`${starts}T12:00:00Z`).getTime() + days * 86_400_000);
    for (let twice = 0; twice < 2; twice++) await sweepAt("ReportSweepFunction", morning(1));
    const question = await untilSubject(proposer, "How many came?");
    const page = await visit();
    await page.goto(linkIn(question, "/organize/"));
    await page.fill("input[name=reported]", "some");
    await page.fill("input[name=evidence]", "https://example.org/pictures");
    await page.click("main form button[type=submit]");
    expect(await page.textContent(".error-summary")).toContain("as a whole number, such as 40.");
    await page.fill("input[name=reported]", "41");
    await page.click("main form button[type=submit]");
    await page.locator("main [role=status]").waitFor();
    expect(await page.textContent("main [role=status]")).toContain("You reported 41 people.");
    await sweepAt("ReportSweepFunction", morning(9));
    const counts = await until(
      () => countOf(`event.${slug}`) as Promise<{ people: number; actions: number; reported?: number }>,
      (count) => count.reported === 41,
    );
    expect(counts).toMatchObject({ people: 1, actions: 1, reported: 41 });

    const desk = await visit({ javaScriptEnabled: true });
    await openConsole(desk, "organizer", `/staff/events/${slug}`);
    const number = desk.getByLabel("How many came");
    expect(await number.inputValue()).toBe("41");
    await number.fill("40");
    await desk.getByRole("button", { name: "Report" }).click();
    await desk.getByText("Reported: 40").waitFor();
    await expect.poll(() => number.inputValue()).toBe("40");
    await until(
      () => countOf(`event.${slug}`) as Promise<{ people: number; actions: number; reported?: number }>,
      (count) => count.reported === 40,
    );
    await untilAllIsMailed();
    const asked = (await subjectsOf(proposer)).filter((subject) => subject.startsWith("How many came?"));
    expect(asked).toHaveLength(1);
  });
});
