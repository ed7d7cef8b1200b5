import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { photo } from "../pictures/photos.ts";
import { wholeStack } from "../stack/provided.ts";
import { visits } from "./browsing.ts";
import { expectNoFault, openConsole } from "./console.ts";
import { asked, confirm, countOf, freshAddress, mailsTo, post, until } from "./visitor.ts";

/** What an organizer does with an event in the console, from its proposal to its cancellation. */

const visit = visits({ locale: "en-GB" });
let page: Page;
const at = (path: string) => wholeStack().origin + path;
const title = `Console evening ${Date.now().toString(36)}`;
const proposer = freshAddress("console-proposer");
const guests = ["Ann", "Bob", "Cem"].map((name) => ({ name, email: freshAddress(`console-${name}`) }));

beforeAll(async () => {
  page = await visit();
});

const said = (text: string | RegExp) => page.getByText(text).first().waitFor();
const subjects = async (email: string) => (await mailsTo(email)).map(({ subject }) => subject ?? "");

describe("an organizer's evening at the console", () => {
  let slug: string;

  it("finds the proposal in the list and approves it", async () => {
    const proposal = {
      ...{ email: proposer, title, summary: "An evening.", description: "Bring *your* phone.", capacity: 2 },
      ...{ starts: "2027-10-21T18:00", ends: "2027-10-21T20:00", timeZone: "Africa/Dakar", online: true },
    };
    slug = ((await (await post("/api/events", proposal)).json()) as { slug: string }).slug;
    await confirm(proposer);
    await openConsole(page, "organizer", "/staff/events");
    await page.getByRole("link", { name: title }).click();
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    await expectNoFault(page);
    await page.getByLabel(/^Ask a question/).check();
    await page.getByLabel("In your words").fill("Who speaks?\n\nIs there tea?");
    await page.getByRole("button", { name: "Ask a question" }).click();
    await said("Asked by mail, which is how the answer comes");
    expect(await page.locator("dd .said-by").innerText()).toBe("Who speaks?\n\nIs there tea?");
    await page.getByLabel(/^Approve/).check();
    await page.getByRole("button", { name: "Approve", exact: true }).click();
    await said(`Approved: ${title}`);
    await said("Published");
  });

  it("writes it in another language, looks at it first, and leaves no script in it", async () => {
    await page.getByRole("button", { name: "Edit" }).click();
    await page.getByLabel("Add a language").selectOption("fr");
    const french = page.getByRole("group", { name: "Français" });
    await french.getByLabel("Title").fill(`Soirée ${title}`);
    await french.getByLabel("Summary").fill("Une soirée.");
    await french
      .getByLabel("Description (Markdown)")
      .fill("Apportez *votre* téléphone. <script>alert(1)</script>");
    await page.getByRole("button", { name: "Preview" }).click();
    const preview = page.getByRole("dialog", { name: "Preview" });
    await preview.getByText("votre").waitFor();
    await expectNoFault(page);
    await preview.getByRole("button", { name: "Close" }).click();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await said("Saved.");
    const shown = await until(
      async () => (await fetch(at(`/fr/events/${slug}`))).text(),
      (html) => html.includes("<em>votre</em>"),
    );
    expect(shown).toContain(`Soirée ${title}`);
    expect(shown).not.toContain("alert(1)");
    expect(await (await fetch(at(`/events/${slug}`))).text()).toContain("<em>your</em>");
  });

  it("shows a picture of it, with what it shows, and takes it away", async () => {
    const picture = { name: "hall.jpg", mimeType: "image/jpeg", buffer: await photo(400, 200) };
    await page.getByLabel("Choose a picture").setInputFiles(picture);
    await page.getByLabel("What it shows (English)").fill("An empty hall");
    await page.getByRole("button", { name: "Save the picture" }).click();
    await said("The picture is saved.");
    await page.getByAltText("An empty hall").waitFor();
    await expectNoFault(page);
    const html = await until(
      async () => (await fetch(at(`/events/${slug}`))).text(),
      (text) => text.includes("An empty hall"),
    );
    const address = /"(\/pictures\/event\.[^"]+)"/.exec(html)?.[1];
    await until(
      async () => (await fetch(at(String(address)))).status,
      (status) => status === 200,
    );
    await page.getByRole("button", { name: "Remove the picture" }).click();
    await said("The picture is removed.");
    await until(
      async () => (await fetch(at(String(address)))).status,
      (status) => status === 404,
    );
  });

  it("says what is wrong with a time where it stands", async () => {
    await page.getByRole("button", { name: "Edit" }).click();
    await page.getByLabel("Ends (local time)").fill("2027-10-21T17:00");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await said("It must end after it begins.");
    await page.getByRole("button", { name: "Drop the draft" }).click();
  });

  it("sees who is registered and waits, and gives the link to the door, at which they stand", async () => {
    for (const { name, email } of guests) await asked(`/api/events/${slug}/registrations`, { name }, email);
    await until(
      () => countOf(`event.${slug}`),
      ({ people }) => people === 2,
    );
    await page.reload();
    await said("2 taken, 0 free");
    await expectNoFault(page);
    await page.getByRole("button", { name: "Make the link" }).click();
    const door = await page.locator(".door-link a").getAttribute("href");
    const list = await (await fetch(String(door))).text();
    for (const name of ["Ann", "Bob"]) expect(list).toContain(name);
    expect(list).not.toContain("Cem");
  });

  it("moves it, and everybody is written to, also who waits", async () => {
    await page.getByRole("button", { name: "Edit" }).click();
    await page.getByLabel("Starts (local time)").fill("2027-10-21T17:30");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await said("Saved.");
    const { endpoint, outputs } = wholeStack();
    const run = `${endpoint}/2015-03-31/functions/${outputs.FanOutFunction}/invocations`;
    await fetch(run, { method: "POST", body: "{}" });
    for (const { email } of guests)
      await until(
        () => subjects(email),
        (all) => all.some((subject) => subject.startsWith("New time or place")),
      );
  });

  it("takes no seat from anybody, and lets all in by taking the limit away", async () => {
    await page.getByLabel("Number of places").fill("1");
    await page.getByRole("button", { name: "Save the number" }).click();
    await said("More people than that have a place");
    await page.getByLabel("Number of places").fill("");
    await page.getByRole("button", { name: "Save the number" }).click();
    await said("Places now: no limit.");
    await expect.poll(() => page.getByLabel("Number of places").inputValue()).toBe("");
    await until(
      () => countOf(`event.${slug}`),
      ({ people }) => people === 3,
    );
  });

  it("cancels it with a reason, and it stands in the list of the cancelled", async () => {
    await page.getByRole("button", { name: "Cancel the event" }).click();
    const sheet = page.getByRole("dialog");
    await sheet.getByLabel("Reason").fill("The hall burnt down.");
    await sheet.getByRole("button", { name: "Cancel the event" }).click();
    await said(`Cancelled: ${title}`);
    await page.goto(at("/staff/events?state=cancelled"));
    await page.getByRole("link", { name: title }).waitFor();
    expect(await (await fetch(at(`/api/events/${slug}`))).json()).toMatchObject({ status: "cancelled" });
  });
});
