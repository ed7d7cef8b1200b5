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
      starts: `2027-10-${day}T18:00`,
      ends: `2027-10-${day}T20:00`,
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
    starts: "2027-11-01T11:00",
    ends: "2027-11-01T12:00",
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

  it("goes by the days of an event's own place", async () => {
    await anEvent(table, {
      slug: "auckland",
      campaign: "campaign.far-away",
      starts: "2027-12-05T08:00",
      ends: "2027-12-05T09:00",
      timeZone: "Pacific/Auckland",
      startsAt: "2027-12-04T19:00:00.000Z",
      endsAt: "2027-12-04T20:00:00.000Z",
    });
    const on = (day: string) => all({ from: day, to: day, campaign: "far-away" });
    expect(await on("2027-12-05")).toHaveLength(1);
    expect(await on("2027-12-04")).toHaveLength(0);
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

describe("events that are over", () => {
  beforeAll(async () => {
    for (const [i, day] of ["05", "06", "07", "08"].entries())
      await anEvent(table, {
        slug: `past${i}`,
        campaign: "campaign.spring",
        state: i === 1 ? "closed" : "published",
        starts: `2027-05-${day}T18:00`,
        ends: `2027-05-${day}T20:00`,
        startsAt: `2027-05-${day}T16:00:00.000Z`,
        endsAt: `2027-05-${day}T18:00:00.000Z`,
      });
    await anEvent(table, {
      slug: "still-on",
      campaign: "campaign.spring",
      starts: "2027-05-31T18:00",
      ends: "2027-06-01T20:00",
      startsAt: "2027-05-31T16:00:00.000Z",
      endsAt: "2027-06-01T18:00:00.000Z",
    });
  });

  it("leave the list when they end, and not while they are on", async () => {
    expect((await all({ campaign: "spring" })).map(({ slug }) => slug)).toEqual(["still-on"]);
  });

  it("are in the archive, the latest first, the closed ones too, and keep their own addresses", async () => {
    const past = await all({ campaign: "spring", past: "true" });
    expect(past.map(({ slug }) => slug)).toEqual(["past3", "past2", "past1", "past0"]);
    const own = await routes()["GET /api/events/{slug}"].handle(request({ params: { slug: "past1" } }));
    expect(bodyOf(own)).toMatchObject({ slug: "past1", status: "past" });
  });

  it("stay in a calendar that somebody subscribes to for a season", async () => {
    expect(eventsIn(await calendar({ campaign: "spring" }))).toHaveLength(4);
  });
});

describe("the calendar of events", () => {
  it("holds what its filter lets through, read back by another parser", async () => {
    expect(eventsIn(await calendar({ campaign: "the-day" }))).toHaveLength(131);
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
