import { beforeAll, describe, expect, it } from "vitest";
import { askReports } from "../../../functions/events/ask-reports.ts";
import { organizeRoutes } from "../../../functions/events/organize-routes.ts";
import { linkToken } from "../../../shared/domain/link-token.ts";
import { firstReportAsk } from "../../../shared/domain/report-asks.ts";
import { owedToProposer } from "../../../shared/mail/owed-proposals.ts";
import { actsOn } from "../../../shared/table/audit.ts";
import { reportOn } from "../../../shared/table/report.ts";
import { type Event, eventDetails } from "../../../shared/table/scope.ts";
import type { Table } from "../../../shared/table/table.ts";
import { anEvent, freshTable, personNamed } from "./a-campaign.ts";
import { request } from "./request.ts";

let table: Table;
let now = new Date("2027-10-22T09:00:00Z");
let ids = 0;
const secret = "the secret of these tests";
beforeAll(async () => {
  table = await freshTable();
});

const proposed = (slug: string, wishes: Partial<Event> = {}) =>
  anEvent(table, { slug, proposer: personNamed("ann"), changedAt: "2027-09-01T00:00:00Z", ...wishes });

async function asks(slug: string): Promise<number> {
  return (await eventDetails(table, slug))?.reportAsks ?? 0;
}

const token = (event: Event, name = "ann", expires = 2e9) =>
  linkToken(
    {
      purpose: "organize",
      person: personNamed(name),
      subject: `proposal.${event.slug}`,
      generation: 1,
      expires,
    },
    secret,
  );

const own = () =>
  organizeRoutes({
    ...{ table, origin: "https://act.example.org", clock: () => now, id: () => String(ids++) },
    linkSecret: async () => secret,
    worker: () => "the worker",
  });

const reported = (event: Event, body: object) =>
  own()["POST /organize/{token}"].handle(
    request({ form: true, path: "/organize/x", params: { token: token(event) }, body }),
  );

describe("whoever organized an event and did not report how many came", () => {
  // In Zurich, until 20:00: the first morning at ten after a night's rest.
  it("is asked at ten in the morning of its place, not in the night after it", () => {
    const zurich = { endsAt: "2027-10-21T18:00:00Z", timeZone: "Europe/Zurich" };
    expect(firstReportAsk(zurich).toISOString()).toBe("2027-10-22T08:00:00.000Z");
    expect(firstReportAsk({ ...zurich, timeZone: "Pacific/Auckland" }).toISOString()).toBe(
      "2027-10-22T21:00:00.000Z",
    );
  });

  it("is asked twice, a week apart, and then no more, however often the sweep runs", async () => {
    const event = await proposed("silent");
    const timeline: [string, number][] = [
      ["2027-10-22T07:59:00Z", 0],
      ["2027-10-22T08:00:00Z", 1],
      ["2027-10-22T09:00:00Z", 1],
      ["2027-10-29T07:00:00Z", 1],
      ["2027-10-29T08:00:00Z", 2],
      ["2027-11-10T08:00:00Z", 2],
    ];
    for (const [moment, expected] of timeline) {
      await Promise.all([askReports(table, new Date(moment)), askReports(table, new Date(moment))]);
      expect(await asks(event.slug), moment).toBe(expected);
    }
  });

  it("owes one mail for each ask, with a key of its own", async () => {
    const before = await proposed("keys");
    const after = { ...before, reportAsks: 1, version: 2 };
    expect(owedToProposer(before, after)).toMatchObject([{ kind: "report-question", occurrence: 1 }]);
    expect(owedToProposer(after, { ...after, reportAsks: 2, version: 3 })).toMatchObject([
      { kind: "report-question", occurrence: 2 },
    ]);
    expect(owedToProposer(after, { ...after, version: 3 })).toEqual([]);
  });

  it("is not asked who reported, whose event was called off, or where nobody proposed it", async () => {
    const said = await proposed("said");
    now = new Date("2027-10-21T20:00:00Z");
    await reported(said, { reported: "35", evidence: "https://example.org/pictures" });
    await proposed("called-off", { state: "cancelled" });
    await anEvent(table, { slug: "staffs-own" });
    await askReports(table, new Date("2027-10-23T12:00:00Z"));
    for (const slug of ["said", "called-off", "staffs-own"]) expect(await asks(slug), slug).toBe(0);
  });

  it("is not asked about what is long ago", async () => {
    await proposed("long-ago");
    await askReports(table, new Date("2027-12-24T12:00:00Z"));
    expect(await asks("long-ago")).toBe(0);
  });
});

describe("the organizer's own page", () => {
  it("takes the number and what shows it, by form, and a corrected one after it", async () => {
    const event = await proposed("own-page");
    now = new Date("2027-10-22T09:00:00Z");
    expect(
      await reported(event, { reported: " 35 ", evidence: "Pictures: https://example.org/p" }),
    ).toMatchObject({
      statusCode: 303,
    });
    await reported(event, { reported: "36", evidence: "Counted again" });
    expect(await reportOn(table, event.scope)).toMatchObject({ reported: 36, version: 2 });
    expect(await actsOn(table, event.scope)).toMatchObject([
      { act: "event.report", who: "proposer", from: "35", to: "36" },
      { act: "event.report", who: "proposer", to: "35" },
    ]);
    const page = await own()["GET /organize/{token}"].handle(
      request({ path: "/organize/x", params: { token: token(event) } }),
    );
    expect(page.body).toContain("You reported 36 people.");
  });

  it("refuses a number that is none at its field, and anything before the event began", async () => {
    const event = await proposed("wrong-report");
    now = new Date("2027-10-22T09:00:00Z");
    for (const [body, pointer] of [
      [{ reported: "many", evidence: "x" }, "/reported"],
      [{ reported: "-1", evidence: "x" }, "/reported"],
      [{ reported: "10", evidence: " " }, "/evidence"],
    ] as const)
      await expect(reported(event, body)).rejects.toMatchObject({
        problems: [expect.objectContaining({ pointer })],
      });
    now = new Date("2027-10-20T09:00:00Z");
    await expect(reported(event, { reported: "10", evidence: "x" })).rejects.toMatchObject({
      problems: [{ pointer: "/reported", reason: "not-yet" }],
    });
  });

  it("is nobody else's, and not for ever", async () => {
    const event = await proposed("own-only");
    const shown = (of: string) =>
      own()["GET /organize/{token}"].handle(request({ path: "/organize/x", params: { token: of } }));
    await expect(shown(token(event, "eve"))).rejects.toMatchObject({ word: "invalid-link" });
    await expect(shown("made-up")).rejects.toMatchObject({ word: "invalid-link" });
    await expect(shown(token(event, "ann", 1_700_000_000))).rejects.toMatchObject({ word: "link-expired" });
  });
});
