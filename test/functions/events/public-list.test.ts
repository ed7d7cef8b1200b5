import ICAL from "ical.js";
import { beforeAll, describe, expect, it } from "vitest";
import type { Reply } from "../../../functions/edge/reply.ts";
import { eventsRoutes } from "../../../functions/events/routes.ts";
import type { Table } from "../../../shared/table/table.ts";
import { anEvent, freshTable, someDay } from "./a-campaign.ts";
import { bodyOf, request } from "./request.ts";

let table: Table;
const secret = "https://meet.example.org/secret-room";

beforeAll(async () => {
  table = await freshTable();
  for (let i = 0; i < 130; i++) {
    const day = String(1 + (i % 28)).padStart(2, "0");
    await anEvent(table, {
      slug: `e${i}`,
      startsAt: `2027-10-${day}T16:00:00.000Z`,
      endsAt: `2027-10-${day}T18:00:00.000Z`,
      online: i % 2 === 0,
      place: { name: "Somewhere", country: i % 5 === 0 ? "SN" : "CH" },
      languages: i % 3 === 0 ? ["fr", "wo"] : ["en"],
      joinLink: secret,
    });
  }
  await anEvent(table, {
    slug: "tricky",
    startsAt: "2027-11-01T10:00:00.000Z",
    endsAt: "2027-11-01T11:00:00.000Z",
    title: { en: `Commas, semicolons; backslashes \\ and ${"über ".repeat(20)}` },
    summary: { en: "Two\nlines" },
  });
  await anEvent(table, { slug: "hidden", state: "submitted" });
});

const routes = () => eventsRoutes({ table, origin: "https://act.example.org", clock: () => someDay });
const list = (query: Record<string, string>, headers: Record<string, string> = {}) =>
  routes()["GET /api/events"].handle(request({ query, headers }));
const calendar = (query: Record<string, string>, headers: Record<string, string> = {}) =>
  routes()["GET /api/events.ics"].handle(request({ routeKey: "GET /api/events.ics", query, headers }));

async function all(query: Record<string, string>): Promise<{ slug: string; startsAt: string }[]> {
  const items = [];
  let cursor: string | undefined;
  do {
    const page = bodyOf(await list({ ...query, ...(cursor && { cursor }) }));
    items.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor);
  return items;
}

const eventsIn = (reply: Reply) =>
  new ICAL.Component(ICAL.parse(reply.body ?? "")).getAllSubcomponents("vevent");

describe("the public list of events", () => {
  it("pages through every published event once, by date", async () => {
    const items = await all({});
    expect(new Set(items.map(({ slug }) => slug)).size).toBe(131);
    expect(items).toHaveLength(131);
    const dates = items.map(({ startsAt }) => startsAt);
    expect(dates).toEqual(dates.toSorted());
  });

  it.each([
    [{ country: "SN" }, 26],
    [{ country: "sn", online: "true" }, 13],
    [{ language: "wo" }, 44],
    [{ from: "2027-10-28", to: "2027-10-28" }, 4],
    [{ from: "2027-11-01" }, 1],
    [{ campaign: "another" }, 0],
    [{ country: "", online: "", language: "" }, 131],
  ])("shows what is asked for: %o", async (query, n) => {
    expect(await all(query as unknown as Record<string, string>)).toHaveLength(n);
  });

  it("refuses filters that mean nothing", async () => {
    await expect(list({ from: "soon" })).rejects.toMatchObject({
      problems: [{ pointer: "/from", reason: "not-a-date" }],
    });
    await expect(list({ country: "Atlantis" })).rejects.toMatchObject({ word: "invalid-request" });
  });

  it("tells nobody the link to join", async () => {
    const replies = [
      await list({}),
      await calendar({}),
      await routes()["GET /api/events/{slug}"].handle(request({ params: { slug: "e0" } })),
      await routes()["GET /api/events/{slug}"].handle(request({ params: { slug: "e0.ics" } })),
    ];
    for (const { body } of replies) expect(body).not.toContain("secret-room");
  });

  it("answers 304 to who has it already", async () => {
    for (const ask of [list, calendar]) {
      const first = await ask({ country: "SN" });
      const etag = String(first.headers?.etag);
      expect(first.headers?.["cache-control"]).toContain("max-age");
      expect((await ask({ country: "SN" }, { "if-none-match": etag })).statusCode).toBe(304);
      expect((await ask({ country: "CH" }, { "if-none-match": etag })).statusCode).toBe(200);
    }
  });
});

describe("the calendar of events", () => {
  it("holds what its filter lets through, read back by another parser", async () => {
    expect(eventsIn(await calendar({}))).toHaveLength(131);
    expect(eventsIn(await calendar({ country: "SN" }))).toHaveLength(26);
  });

  it("folds lines and escapes right, in Unicode", async () => {
    const reply = await calendar({ from: "2027-11-01" });
    const [event] = eventsIn(reply);
    expect(event?.getFirstPropertyValue("summary")).toBe(
      `Commas, semicolons; backslashes \\ and ${"über ".repeat(20)}`,
    );
    expect(event?.getFirstPropertyValue("description")).toBe("Two\nlines");
    for (const line of (reply.body ?? "").split("\r\n"))
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });
});
