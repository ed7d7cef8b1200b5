import type { APIGatewayProxyEventV2, Context } from "aws-lambda";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Reply } from "../../functions/edge/reply.ts";
import { campaignScope } from "../../shared/domain/scope.ts";
import { scopeKey } from "../../shared/table/keys.ts";
import { addScope, scopePlace } from "../../shared/table/scope.ts";
import { type Faults, startFaults } from "../stack/faults.ts";
import { makeTable } from "../stack/tables.ts";
import { anEvent, reached } from "./events/a-campaign.ts";
import { participationDoor } from "./participation-door.ts";

const secret = "a key of the tests, which is long enough";
const typed = { email: "amina@example.org", name: "Amina Diallo", country: "SN", locale: "en" };

let faults: Faults;
let table: string;
beforeAll(async () => {
  faults = await startFaults();
  table = await makeTable();
  await aCampaign();
  await anEvent(reached(table), { slug: "an-evening", startsAt: "2037-10-21T16:00:00Z" });
});
afterAll(() => faults.stop());
beforeEach(() => faults.use());

async function aCampaign(): Promise<void> {
  const scope = campaignScope("the-day");
  await addScope(reached(table), {
    ...scopeKey(scope),
    sk: "DETAILS",
    entity: "scope",
    kind: "campaign",
    scope,
    state: "published",
    version: 1,
    title: { en: "The day" },
    summary: { en: "For everybody." },
    goal: 1_000,
    slug: "the-day",
    starts: "2027-10-01",
    ends: "2037-10-31",
    sources: [],
    ...scopePlace({ kind: "campaign", state: "published", scope }, "2027-10-01T00:00:00Z"),
  });
}

/** A function that has just started: it knows nothing of the event yet. */
async function send(slug: string, fields: Record<string, string>): Promise<Reply> {
  const handler = participationDoor(reached(table, faults.endpoint), {
    personKey: secret,
    linkSecret: secret,
  });
  const event = {
    routeKey: "POST /events/{slug}",
    rawPath: `/events/${slug}`,
    rawQueryString: "",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    pathParameters: { slug },
    requestContext: { requestId: "req-1", http: { method: "POST" } },
    body: new URLSearchParams(fields).toString(),
  } as unknown as APIGatewayProxyEventV2;
  return (await handler(event, {} as Context)) as Reply;
}

const broken = { code: "InternalServerError", status: 500 };

describe("a form that meets a fault of ours", () => {
  it("comes back with what was typed and says whose fault it was; sent again, it is taken", async () => {
    await faults.use(
      ...["UpdateItem", "PutItem", "ExecuteStatement", "TransactWriteItems"].map((operation) => ({
        service: "dynamodb",
        operation,
        error: broken,
      })),
    );
    const { statusCode, body } = await send("an-evening", typed);
    expect((await faults.fired()).length).toBeGreaterThan(0);
    expect(statusCode).toBe(500);
    expect(body).toContain("Something went wrong on our side");
    expect(body).toMatch(/<form[^>]* action="\/events\/an-evening#problems"/);
    for (const text of [typed.email, typed.name]) expect(body).toContain(`value="${text}"`);
    expect(body).toMatch(/<option value="SN" selected>/);
    expect(body).toContain("<title>Error: ");

    await faults.use();
    const again = await send("an-evening", typed);
    expect([again.statusCode, again.headers?.location]).toEqual([303, "/check-your-mail"]);
  });

  it("is answered by a page for people still, where nothing at all can be read", async () => {
    await faults.use({ service: "dynamodb", error: broken });
    const { statusCode, headers, body } = await send("an-evening", typed);
    expect([statusCode, headers?.["content-type"]]).toEqual([500, "text/html; charset=utf-8"]);
    expect(body).toContain("Something went wrong on our side");
    expect(body, "the number to give us").toContain("req-1");
    expect(body).not.toContain("InternalServerError");
  });
});

it("a form with a slip in it, for an event that is not there, gets the page that says so", async () => {
  const { statusCode, body } = await send("nowhere", { ...typed, email: "amina@" });
  expect(statusCode).toBe(404);
  expect(body).toContain("<h1");
  expect(body).not.toContain("<form");
});
