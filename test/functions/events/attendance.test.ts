import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { check } from "../../../functions/edge/check.ts";
import { doorRoutes } from "../../../functions/events/door-routes.ts";
import { staffRoutes } from "../../../functions/events/staff-routes.ts";
import { tallyBatch } from "../../../functions/participation/tally-batch.ts";
import { AttendanceReport } from "../../../shared/contracts/attendance.ts";
import { linkToken } from "../../../shared/domain/link-token.ts";
import { actsOn } from "../../../shared/table/audit.ts";
import { counterOf } from "../../../shared/table/counter.ts";
import type { Event } from "../../../shared/table/scope.ts";
import type { Table } from "../../../shared/table/table.ts";
import { streamRecords } from "../../stack/table-stream.ts";
import { anEvent, freshTable, later, personNamed, registered, signedUp, stateOf } from "./a-campaign.ts";
import { bodyOf, request } from "./request.ts";

let table: Table;
let now: Date;
let ids = 0;
const secret = "the secret of these tests";
beforeAll(async () => {
  table = await freshTable();
});
beforeEach(() => {
  now = new Date("2027-10-21T16:10:00Z");
});

const surroundings = () => ({
  ...{ table, origin: "https://act.example.org", clock: () => now, id: () => String(ids++) },
  linkSecret: async () => secret,
  worker: () => "the worker",
});
const staff = () => staffRoutes(surroundings());
const attendance = (slug: string, body: object, as = "organizer") =>
  staff()["POST /api/staff/events/{slug}/attendance"].handle(request({ params: { slug }, body, as }));

async function doorOf(event: Event): Promise<string> {
  const reply = await staff()["POST /api/staff/events/{slug}/check-in-link"].handle(
    request({ params: { slug: event.slug }, as: "organizer" }),
  );
  return new URL(bodyOf(reply).url).pathname.split("/").at(-1) ?? "";
}

const tick = (token: string, body: object) =>
  doorRoutes(surroundings())["POST /api/check-in/{token}"].handle(
    request({ path: `/api/check-in/${token}`, params: { token }, body }),
  );

const ticketOf = (event: Event, name: string, generation = 1) =>
  linkToken(
    {
      purpose: "ticket",
      person: personNamed(name),
      subject: event.scope,
      generation,
      expires: 2_000_000_000,
    },
    secret,
  );

describe("a report of how many came", () => {
  it("is counted apart, once however often it is said, and corrected when it is said otherwise", async () => {
    const event = await anEvent(table, { slug: "reported" });
    await registered(table, event, { name: "r0" });
    const evidence = "https://example.org/pictures";
    await attendance(event.slug, { reported: 120, evidence });
    await attendance(event.slug, { reported: 120, evidence });
    expect(bodyOf(await attendance(event.slug, { reported: 112, evidence }))).toEqual({
      reported: 112,
      evidence,
      version: 3,
    });
    const records = await streamRecords(table.name);
    await tallyBatch(table, records, () => now);
    await tallyBatch(table, records.toReversed(), () => now);
    expect(await counterOf(table, event.scope)).toMatchObject({ people: 1, actions: 1, reported: 112 });
    const acts = await actsOn(table, event.scope);
    expect(acts.map(({ act, from, to }) => [act, from, to])).toContainEqual(["event.report", "120", "112"]);
  });

  it.each([
    [{ reported: -1, evidence: "x" }, "/reported"],
    [{ reported: 1.5, evidence: "x" }, "/reported"],
    [{ reported: 10 }, "/evidence"],
    [{ reported: "twelve", evidence: "x" }, "/reported", "wrong-type"],
    [{ reported: 10_000_000, evidence: "x" }, "/reported"],
  ])("needs a number of people and something that shows it: %o", async (body, pointer, reason?: string) => {
    await expect(attendance("reported", body)).rejects.toMatchObject({
      problems: [expect.objectContaining({ pointer, ...(reason && { reason }) })],
    });
  });

  it("says of a number that its form lacks that it is required", () => {
    expect(() => check(AttendanceReport, { evidence: "x" })).toThrow(
      expect.objectContaining({
        problems: [expect.objectContaining({ pointer: "/reported", reason: "required" })],
      }),
    );
  });

  it("is not taken before the event began, nor from who is no organizer", async () => {
    now = later(0);
    const body = { reported: 10, evidence: "x" };
    await expect(attendance("reported", body)).rejects.toMatchObject({
      problems: [{ pointer: "/reported", reason: "not-yet" }],
    });
    await expect(attendance("reported", body, "reviewer")).rejects.toMatchObject({ word: "not-allowed" });
  });
});

describe("checking in", () => {
  it("ticks by the list, takes it back, and keeps the person counted once", async () => {
    const event = await anEvent(table, { slug: "door" });
    await registered(table, event, { name: "ann" });
    const token = await doorOf(event);
    const list = doorRoutes(surroundings())["GET /check-in/{token}"];
    const shown = async (q = "") =>
      (await list.handle(request({ path: `/check-in/${token}`, params: { token }, query: { q } }))).body ??
      "";
    expect(await shown()).toContain("0 of 1 are here");
    expect(await shown("ANN")).toContain(personNamed("ann"));
    expect(await shown("bob")).not.toContain(personNamed("ann"));
    const person = personNamed("ann");
    for (let twice = 0; twice < 2; twice++)
      expect(bodyOf(await tick(token, { person })).state).toBe("attended");
    expect(await shown()).toContain("1 of 1 are here");
    await tallyBatch(table, await streamRecords(table.name), () => now);
    expect(await counterOf(table, event.scope)).toMatchObject({ people: 1, actions: 1, attended: 1 });
    expect(bodyOf(await tick(token, { person, attended: false })).state).toBe("confirmed");
    await tallyBatch(table, await streamRecords(table.name), () => now);
    expect(await counterOf(table, event.scope)).toMatchObject({ people: 1, actions: 1, attended: 0 });
  });

  it("hands out the worker that keeps its page, to whoever asks, and lets that page alone start it", async () => {
    const event = await anEvent(table, { slug: "kept-door" });
    const token = await doorOf(event);
    const list = doorRoutes(surroundings())["GET /check-in/{token}"];
    const worker = await list.handle(
      request({ path: "/check-in/worker.js", params: { token: "worker.js" } }),
    );
    expect(worker.body).toBe("the worker");
    expect(worker.headers).toMatchObject({
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "no-cache",
    });
    const page = await list.handle(request({ path: `/check-in/${token}`, params: { token } }));
    expect(page.headers?.["content-security-policy"]).toMatch(/; trusted-types door-worker$/);
    expect(page.body).toContain(`data-as-of="${now.getTime()}"`);
  });

  it("takes a ticket, by its code or its address, of this event and still valid only", async () => {
    const event = await anEvent(table, { slug: "tickets" });
    const other = await anEvent(table, { slug: "other-tickets" });
    for (const of of [event, other]) await registered(table, of, { name: "tim" });
    const token = await doorOf(event);
    const address = `https://act.example.org/ticket/${ticketOf(event, "tim")}`;
    expect(bodyOf(await tick(token, { ticket: address })).person).toBe(personNamed("tim"));
    expect(await stateOf(table, event, "tim")).toBe("attended");
    await expect(tick(token, { ticket: ticketOf(other, "tim") })).rejects.toMatchObject({
      word: "invalid-link",
    });
    await expect(tick(token, { ticket: ticketOf(event, "tim", 2) })).rejects.toMatchObject({
      word: "invalid-link",
    });
    await expect(tick(token, { ticket: "made-up" })).rejects.toMatchObject({ word: "invalid-link" });
    await expect(tick(ticketOf(event, "tim"), { person: personNamed("tim") })).rejects.toMatchObject({
      word: "invalid-link",
    });
  });

  it("refuses who has not confirmed, and closes its door some hours after the event", async () => {
    const event = await anEvent(table, { slug: "late-door" });
    await signedUp(table, event, { name: "pia", now: new Date("2027-10-20T12:00:00Z") });
    const token = await doorOf(event);
    await expect(tick(token, { person: personNamed("pia") })).rejects.toMatchObject({
      word: "not-confirmed",
    });
    await expect(tick(token, { person: "A".repeat(24) })).rejects.toMatchObject({ word: "not-signed-up" });
    now = new Date("2027-10-22T07:00:00Z");
    await expect(tick(token, { person: personNamed("pia") })).rejects.toMatchObject({ word: "link-expired" });
  });

  it("lets staff page through everybody registered, each once", async () => {
    const event = await anEvent(table, { slug: "paged" });
    const names = Array.from({ length: 30 }, (_, i) => `g${i}`);
    for (const name of names) await registered(table, event, { name });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const query: Record<string, string> = cursor === undefined ? {} : { cursor };
      const route = staff()["GET /api/staff/events/{slug}/registrants"];
      const page = bodyOf(await route.handle(request({ params: { slug: "paged" }, query, as: "organizer" })));
      seen.push(...page.items.map(({ name }: { name: string }) => name));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(seen.toSorted()).toEqual(names.toSorted());
  });
});

describe("a ticket", () => {
  it("is shown to who is registered, as a picture, and to nobody else", async () => {
    const event = await anEvent(table, { slug: "shown" });
    await registered(table, event, { name: "tea" });
    const show = (token: string) =>
      doorRoutes(surroundings())["GET /ticket/{token}"].handle(
        request({ path: `/ticket/${token}`, params: { token } }),
      );
    expect((await show(ticketOf(event, "tea"))).body).toContain("<svg");
    await expect(show(ticketOf(event, "bob"))).rejects.toMatchObject({ word: "invalid-link" });
  });
});
