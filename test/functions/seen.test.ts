import type { APIGatewayProxyEventV2, Context } from "aws-lambda";
import { beforeAll, describe, expect, it } from "vitest";
import { api } from "../../functions/edge/chain.ts";
import type { Reply } from "../../functions/edge/reply.ts";
import { seenRoutes } from "../../functions/participation/seen-routes.ts";
import { campaignMetrics } from "../../functions/staff/campaign-metrics.ts";
import { memberMetrics } from "../../functions/staff/member-metrics.ts";
import { pageRoutes } from "../../functions/website/page-routes.ts";
import { putSampleData } from "../../infra/local/sample-data.ts";
import { publicScope } from "../../shared/table/counts.ts";
import { scopeCache } from "../../shared/table/scope-cache.ts";
import { everyItem, stored, type Table } from "../../shared/table/table.ts";
import { apiEvent } from "./api-event.ts";
import { anEvent } from "./events/a-campaign.ts";
import { request } from "./events/request.ts";
import { participationDoor } from "./participation-door.ts";
import { campaign, day, makeScene } from "./scene.ts";

const oneIn = 10;
const today = new Date("2027-10-11T12:00:00Z");
const clock = () => today;
const period = { from: "2027-10-11", to: "2027-10-11" };
const asForm = { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin" };

let table: Table;
beforeAll(async () => {
  ({ table } = await makeScene());
  await putSampleData(table);
  await anEvent(table, { slug: "a-draft", campaign, state: "submitted" });
});

/** Says that a form was seen, as `seen.js` does. */
async function say(scope: string, said: string, headers: Record<string, string> = asForm): Promise<Reply> {
  const handler = api(seenRoutes({ table, scope: scopeCache(table), clock, oneIn }));
  const event = { ...apiEvent("POST /api/seen/{scope}", { scope }), headers, body: said };
  return handler(event as APIGatewayProxyEventV2, {} as Context);
}

async function funnel() {
  const { details } = await publicScope(table, campaign);
  if (details?.kind !== "campaign") throw new Error("no campaign");
  return (await campaignMetrics(table, { campaign: details, period }, today)).funnel;
}

const seenSoFar = async () => (await funnel()).total.seen;

describe("a view of a form that is told", () => {
  it("stands for ten, by day, language and a source that the campaign knows, and answers nothing", async () => {
    const reply = await say(day, "locale=sw&source=newsletter");
    expect(reply).toMatchObject({ statusCode: 204, body: "", headers: { "cache-control": "no-store" } });
    await say(day, "locale=sw&source=whatever-anybody-types");
    const { total, by, byDay } = await funnel();
    expect(total).toMatchObject({ seen: 20, submitted: 0 });
    expect(byDay).toMatchObject([{ day: "2027-10-11", seen: 20 }]);
    expect(by.language).toEqual({ sw: { seen: 20, submitted: 0, confirmed: 0 } });
    expect(by.source.newsletter?.seen).toBe(10);
    expect(by.source.other?.seen).toBe(10);
    expect(by.country).toEqual({});
  });

  it("of joining the coalition stands with the applications", async () => {
    expect((await say("coalition", "locale=ar&source=website")).statusCode).toBe(204);
    const { applications } = await memberMetrics(table, period, today);
    expect(applications).toMatchObject({ seen: 10, submitted: 0, byDay: [{ seen: 10 }] });
  });

  it("leaves nothing of who looked: figures of the day, spread over several keys, and no more", async () => {
    for (let i = 0; i < 30; i++)
      await say("pledge.make-the-switch", "locale=fr&source=website&email=a@example.org");
    const kept = await Array.fromAsync(
      everyItem(table, {
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: stored({ ":pk": "DAYS#seen.pledge.make-the-switch" }),
      }),
    );
    expect(kept.length).toBeGreaterThan(1);
    expect(kept.reduce((sum, { seen }) => sum + Number(seen), 0)).toBe(300);
    for (const item of kept) {
      expect(Object.keys(item).sort()).toEqual(["language:fr", "pk", "seen", "sk", "source:website"]);
      expect(item.sk).toMatch(/^2027-10-11#[0-3]$/);
    }
  });

  it.each([
    ["asks by Global Privacy Control not to be followed", { "sec-gpc": "1" }],
    ["asks by Do Not Track not to be followed", { dnt: "1" }],
    ["is on a page of somebody else's", { "sec-fetch-site": "cross-site" }],
  ])("is not counted where the browser %s", async (_, headers) => {
    const before = await seenSoFar();
    expect((await say(day, "locale=en&source=website", { ...asForm, ...headers })).statusCode).toBe(204);
    expect(await seenSoFar()).toBe(before);
  });

  it.each(["event.nowhere", "event.a-draft", campaign, "event", "nonsense", `event.${"x".repeat(3_000)}`])(
    "is refused of what has no form that the public can see: %.40s",
    async (scope) => {
      const reply = await say(scope, "locale=en&source=website");
      expect(reply.statusCode).toBe(404);
      expect(JSON.parse(reply.body ?? "")).toMatchObject({ type: "unknown-scope" });
    },
  );

  it("is refused with the field that is wrong, and where it is too much to be one", async () => {
    const before = await seenSoFar();
    for (const [said, pointer] of [
      ["source=website", "/locale"],
      ["locale=%3Cscript%3E", "/locale"],
      ["locale=en&source=%3Cscript%3E", "/source"],
    ] as const) {
      const reply = await say(day, said);
      expect(reply.statusCode).toBe(400);
      expect(JSON.parse(reply.body ?? "")).toMatchObject({ type: "invalid-request", errors: [{ pointer }] });
    }
    expect((await say(day, `locale=en&source=${"x".repeat(17_000)}`)).statusCode).toBe(413);
    expect((await say(day, "locale=en", { "content-type": "text/plain" })).statusCode).toBe(415);
    expect(await seenSoFar()).toBe(before);
  });
});

describe("a page with a form", () => {
  it.each([
    [`/ar/events/${day.slice("event.".length)}`, day],
    [`/embed/form/${day}`, day],
    ["/pledges/make-the-switch", "pledge.make-the-switch"],
    ["/sw/statements/2027", "statement.2027"],
    ["/embed/form/pledge.make-the-switch", "pledge.make-the-switch"],
    ["/join", "coalition"],
  ])("says which view of it is to be told, and brings the script: %s", async (path, scope) => {
    const pages = pageRoutes({
      ...{ table, clock, seenOneIn: oneIn, contact: "people@example.org" },
      ...{ origin: "https://example.org", staff: { client: "", signIn: "" } },
    });
    const { body } = await pages["GET /{proxy+}"].handle(request({ path }));
    expect(body).toMatch(new RegExp(`<form [^>]*data-seen="${scope}" data-one-in="10"`));
    expect(body).toMatch(/<script [^>]*type="module"[^>]*src="[^"]*\/seen\.js"/);
  });

  it("says nothing of it where the form was sent and is shown again", async () => {
    const door = participationDoor(table, { personKey: "k".repeat(32), linkSecret: "s".repeat(32) });
    const event = apiEvent("POST /events/{slug}", { slug: day.slice("event.".length) });
    const typed = { ...event, headers: asForm, body: "email=nothing&locale=en&source=website" };
    const { statusCode, body } = await door(typed as APIGatewayProxyEventV2, {} as Context);
    expect(statusCode).toBe(400);
    expect(body).toContain('name="email"');
    expect(body).not.toContain("data-seen");
  });
});
