import { SQSClient } from "@aws-sdk/client-sqs";
import { beforeAll, describe, expect, it } from "vitest";
import { api } from "../../../functions/edge/chain.ts";
import { noteSignups } from "../../../functions/participation/note-signups.ts";
import { tallyBatch } from "../../../functions/participation/tally-batch.ts";
import { metricsRoutes } from "../../../functions/staff/metrics-routes.ts";
import { putSampleData } from "../../../infra/local/sample-data.ts";
import type { Metrics } from "../../../shared/contracts/metrics.ts";
import { countOf, publicScope } from "../../../shared/table/counts.ts";
import { historyOf } from "../../../shared/table/history.ts";
import { makeEnvironment } from "../../stack/function-environment.ts";
import { clientFor, engine } from "../../stack/provided.ts";
import { streamRecords } from "../../stack/table-stream.ts";
import { campaign, day, makeScene, type Scene, somebody } from "../scene.ts";
import { askAs, type Door } from "./ask.ts";

const path = "/api/staff/metrics";
let scene: Scene;
let door: Door;
beforeAll(async () => {
  scene = await makeScene();
  await putSampleData(scene.table);
  const env = await makeEnvironment();
  const queues = {
    client: new SQSClient(clientFor(engine().endpoint)),
    confirmation: env.CONFIRMATION_QUEUE_URL ?? "",
    bulk: env.BULK_QUEUE_URL ?? "",
  };
  door = api(metricsRoutes({ table: scene.table, queues, clock: () => new Date() })) as unknown as Door;
  await peopleDoThings();
  await tallied();
});

/** Six sign up in Switzerland and two in Kenya; one never confirms, one leaves, one asks twice. */
async function peopleDoThings(): Promise<void> {
  const swiss = Array.from({ length: 6 }, somebody);
  for (const person of swiss) await scene.signUp(person);
  for (const person of swiss.slice(1)) await scene.confirm(person);
  await scene.withdraw(swiss[1] ?? "");
  await scene.signUp(swiss[0] ?? "");
  for (const person of [somebody(), somebody()]) await scene.join(person, { country: "KE" });
}

/** What the tally's function does with the stream, from its beginning, once. */
async function tallied(): Promise<void> {
  const records = await streamRecords(scene.table.name);
  for (let start = 0; start < records.length; start += 100) {
    const batch = records.slice(start, start + 100);
    await noteSignups(scene.table, batch, await tallyBatch(scene.table, batch, () => new Date()));
  }
}

async function metricsNow(query = ""): Promise<Metrics> {
  const reply = await askAs("reviewer", door, `${path}${query}`);
  expect(reply.statusCode, reply.body).toBe(200);
  return JSON.parse(reply.body ?? "");
}

describe("the metrics", () => {
  it("are for every role of the staff, and for nobody else", async () => {
    for (const role of ["reviewer", "organizer", "admin"])
      expect((await askAs(role, door, path)).statusCode).toBe(200);
    for (const role of [undefined, "visitor"]) expect((await askAs(role, door, path)).statusCode).toBe(403);
  });

  it("are the public numbers", async () => {
    const { campaigns, campaign: shown } = await metricsNow();
    const scope = await publicScope(scene.table, campaign);
    const { people, actions, reported, goal } = await countOf(scene.table, scope, new Date());
    expect(campaigns[0]).toMatchObject({ scope: campaign, people, actions, reported, goal });
    expect(people).toBe(6);
    const range = { from: "2020-01-01T00", to: "2040-01-01T00" };
    const history = await historyOf(scene.table, { scope: campaign, by: "day", range }, new Date());
    expect(shown?.points.map((point) => [point.people, point.actions])).toEqual(
      history.points.map((point) => [point.people, point.actions]),
    );
    expect(shown?.funnel.total.confirmed).toBe(actions);
  });

  it("say where people were lost on the way, by day, country and language", async () => {
    const { campaign: shown } = await metricsNow();
    expect(shown?.funnel.total).toMatchObject({ submitted: 8, confirmed: 6, attended: 0, kept: 0 });
    expect(shown?.funnel.by.country).toEqual({
      CH: { seen: null, submitted: 6, confirmed: 4 },
      KE: { seen: null, submitted: 2, confirmed: 2 },
    });
    expect(shown?.funnel.by.language).toEqual({ en: { seen: 0, submitted: 8, confirmed: 6 } });
    expect(shown?.funnel).toMatchObject({ askedAgain: 1, withdrawn: 1, waitlisted: 0 });
    expect(shown?.funnel.byDay).toHaveLength(28);
    expect(shown?.funnel.byDay.at(-1)).toMatchObject({ submitted: 8, confirmed: 6 });
  });

  it("promise a day for the goal only at a rate that leads there", async () => {
    const [line] = (await metricsNow()).campaigns;
    expect(line?.perDay).toBeGreaterThan(0);
    expect(line?.outlook.says).toBe("not-at-this-rate");
  });

  it("show nothing of days that are not asked for", async () => {
    const { campaign: shown } = await metricsNow("?from=2026-01-01&to=2026-01-07");
    expect(shown?.funnel.total).toEqual({
      ...{ seen: 0, submitted: 0, sent: 0, delivered: 0 },
      ...{ confirmed: 0, attended: 0, kept: 0 },
    });
    expect(shown?.funnel.byDay).toHaveLength(7);
    expect(shown?.points).toEqual([]);
  });

  it("refuse an unknown campaign, a day that is none, and more than a year", async () => {
    const unknown = await askAs("admin", door, `${path}?campaign=nowhere`);
    expect(JSON.parse(unknown.body ?? "").type).toBe("unknown-scope");
    for (const query of [
      "?from=yesterday",
      "?from=2020-01-01&to=2027-01-01",
      "?from=2027-02-01&to=2027-01-01",
    ]) {
      const reply = await askAs("admin", door, path + query);
      expect(JSON.parse(reply.body ?? "")).toMatchObject({
        type: "invalid-request",
        errors: [{ pointer: "/from" }],
      });
    }
  });

  it("compare a campaign with another by their distance from the day", async () => {
    const slug = "global-encryption-day-2027";
    const { compared } = await metricsNow(`?campaign=${slug}&compare=${slug}`);
    expect(compared?.funnel.total.confirmed).toBe(6);
  });

  it("list events with their seats and what is missing of them", async () => {
    const { events } = await metricsNow();
    expect(events).toMatchObject({ proposed: 0, published: 2, seats: { offered: 25, taken: 0 } });
    expect(events.events.find(({ slug }) => `event.${slug}` === day)).toMatchObject({
      registered: 6,
      attendance: "not-yet",
    });
  });
});

it("adds nothing of records that come again, and loses nothing of those before them", async () => {
  const fresh = await makeScene();
  await putSampleData(fresh.table);
  for (let i = 0; i < 3; i++) await fresh.signUp(somebody());
  const records = (await streamRecords(fresh.table.name)).filter(
    ({ dynamodb }) => dynamodb?.NewImage?.entity?.S === "participation",
  );
  const second = records[1]?.dynamodb?.SequenceNumber ?? "";
  await noteSignups(fresh.table, records, { batchItemFailures: [{ itemIdentifier: second }] });
  await noteSignups(fresh.table, records.slice(1), { batchItemFailures: [] });
  const queues = { client: new SQSClient(clientFor(engine().endpoint)), confirmation: "", bulk: "" };
  const { campaignMetrics } = await import("../../../functions/staff/campaign-metrics.ts");
  const { details } = await publicScope(fresh.table, campaign);
  if (details?.kind !== "campaign") throw new Error("no campaign");
  const today = new Date().toISOString().slice(0, 10);
  const period = { from: today, to: today };
  const { funnel } = await campaignMetrics(fresh.table, { campaign: details, period }, new Date());
  expect(funnel.total.submitted).toBe(3);
  queues.client.destroy();
});
