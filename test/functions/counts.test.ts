import { TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import type { APIGatewayProxyEventV2, Context } from "aws-lambda";
import { beforeEach, describe, expect, it } from "vitest";
import { api } from "../../functions/edge/chain.ts";
import type { Reply } from "../../functions/edge/reply.ts";
import { countsRoutes } from "../../functions/participation/counts-routes.ts";
import { putSampleData, sampleScopes } from "../../infra/local/sample-data.ts";
import type { ScopeCount } from "../../shared/contracts/counts.ts";
import { addTo } from "../../shared/table/counter.ts";
import { hourKey, scopeKey } from "../../shared/table/keys.ts";
import { addScope } from "../../shared/table/scope.ts";
import { campaign, day, makeScene, type Scene, workshop } from "./scene.ts";

let scene: Scene;
let ask: (path: string, headers?: Record<string, string>) => Promise<Reply & { json: never }>;

beforeEach(async () => {
  scene = await makeScene();
  await putSampleData(scene.table);
  const handler = api(countsRoutes(scene.table, () => scene.now));
  ask = async (path, headers = {}) => {
    const reply = await handler(eventFor(path, headers), {} as Context);
    return { ...reply, json: JSON.parse(reply.body?.startsWith("{") ? reply.body : "null") as never };
  };
});

/** A request as the HTTP API hands it over. */
function eventFor(path: string, headers: Record<string, string>): APIGatewayProxyEventV2 {
  const url = new URL(path, "http://localhost");
  const [, scope, rest] = /^\/api\/counts\/([^/]+)(\/.+)?$/.exec(url.pathname) ?? [];
  return {
    routeKey: scope ? `GET /api/counts/{scope}${rest ?? ""}` : "GET /api/counts",
    rawPath: url.pathname,
    headers,
    queryStringParameters: Object.fromEntries(url.searchParams),
    pathParameters: scope ? { scope } : undefined,
    requestContext: { http: { method: "GET" }, requestId: "request" },
  } as unknown as APIGatewayProxyEventV2;
}

async function ofCountry(country: string, people: string[]): Promise<void> {
  for (const person of people) await scene.join(person, { country });
}

describe("GET counts", () => {
  it("lists the coalition and all that is published, counted or not, with what is in each scope", async () => {
    await ofCountry("CH", ["ann", "ben"]);
    await scene.join("ann", { scope: workshop });
    await scene.tally();
    const { counts } = (await ask("/api/counts")).json as { counts: { scope: string }[] };
    const figures = Object.fromEntries(counts.map((count) => [count.scope, count]));
    expect(figures.coalition).toMatchObject({ people: 2, actions: 3, reported: 0, goal: null });
    expect(figures[campaign]).toMatchObject({ people: 2, actions: 3, goal: 1_000_000 });
    expect(figures[day]).toMatchObject({ people: 2, actions: 2 });
    expect(figures[workshop]).toMatchObject({ people: 1, actions: 1 });
  });

  it("says the same as each scope says of itself", async () => {
    await ofCountry("CH", ["ann", "ben", "eve"]);
    await scene.tally();
    const { counts } = (await ask("/api/counts")).json as { counts: { scope: string; people: number }[] };
    for (const { scope, people } of counts) {
      const one = (await ask(`/api/counts/${scope}`)).json as { people: number };
      expect(one.people, scope).toBe(people);
    }
  });
});

describe("GET counts/{scope}", () => {
  it("folds countries below five into other, and the sum stays", async () => {
    await ofCountry("CH", ["a", "b", "c", "d", "e"]);
    await ofCountry("KE", ["f", "g"]);
    await scene.tally();
    expect((await ask(`/api/counts/${day}`)).json).toMatchObject({
      people: 7,
      by: { country: { CH: 5, other: 2 }, language: { en: 7 } },
    });
  });

  it("folds what a campaign has of a country more than an event of its, where it is fewer than five", async () => {
    await ofCountry("CH", ["a", "b", "c", "d", "e"]);
    for (const person of ["f", "g"]) await scene.join(person, { country: "CH", scope: workshop });
    for (const person of ["h", "i", "j", "k", "l"])
      await scene.join(person, { country: "KE", scope: workshop });
    await scene.tally();
    const countries = async (scope: string) => {
      const { people, by } = (await ask(`/api/counts/${scope}`)).json as ScopeCount;
      return { people, ...by.country };
    };
    expect(await countries(day)).toEqual({ people: 5, CH: 5 });
    expect(await countries(workshop)).toEqual({ people: 7, KE: 5, other: 2 });
    for (const scope of [campaign, "coalition"])
      expect(await countries(scope), scope).toEqual({ people: 12, CH: 5, KE: 5, other: 2 });
    for (const person of ["m", "n", "o"]) await scene.join(person, { country: "CH", scope: workshop });
    await scene.tally();
    expect(await countries(campaign), "the people of now, the cells of a moment ago").toEqual({
      people: 15,
      CH: 5,
      KE: 5,
      other: 5,
    });
    await expect
      .poll(() => countries(campaign), { timeout: 8_000 })
      .toMatchObject({ people: 15, CH: 10, KE: 5 });
  });

  it("answers 304 to the tag of the same figures, and a new tag once somebody is counted", async () => {
    const first = await ask(`/api/counts/${day}`);
    const etag = String(first.headers?.etag);
    expect(first.headers).toMatchObject({ "access-control-allow-origin": "*" });
    expect(String(first.headers?.["cache-control"])).toMatch(/^public, max-age=\d+, stale/);
    expect((await ask(`/api/counts/${day}`, { "if-none-match": etag })).statusCode).toBe(304);
    await ofCountry("CH", ["ann"]);
    await scene.tally();
    expect((await ask(`/api/counts/${day}`, { "if-none-match": etag })).statusCode).toBe(200);
  });

  it("refuses a scope that there is none of by its own word", async () => {
    for (const scope of ["event.no-such", "nonsense", "campaign.", "event.UPPER"])
      expect((await ask(`/api/counts/${scope}`)).json, scope).toMatchObject({
        status: 404,
        type: "unknown-scope",
      });
  });
});

describe("while the table cannot be read", () => {
  /** From now on every request to the table fails. */
  function breakTable(): void {
    scene.table.client.middlewareStack.add(
      () => async () => {
        throw new Error("the table is away");
      },
      { step: "initialize", name: "away" },
    );
  }

  it("answers with what was last known, and says so; of what it never knew it can tell nothing", async () => {
    await ofCountry("CH", ["ann"]);
    await scene.tally();
    const paths = ["/api/counts", `/api/counts/${day}`, `/api/counts/${day}/history?by=day`];
    const before = [];
    for (const path of paths) before.push((await ask(path)).json as object);
    await ask(`/api/counts/${day}/badge.svg`);
    breakTable();
    for (const [i, path] of paths.entries()) {
      const { statusCode, headers, json } = await ask(path);
      expect({ statusCode, json }).toEqual({ statusCode: 200, json: { ...before[i], stale: true } });
      expect(headers).toMatchObject({ warning: '110 - "Response is Stale"', age: "0" });
      expect(headers?.etag).toBeUndefined();
    }
    expect(await ask(`/api/counts/${day}/badge.svg`)).toMatchObject({ statusCode: 200 });
    expect((await ask(`/api/counts/${workshop}`)).statusCode).toBe(500);
    expect((await ask("/api/counts/nonsense")).statusCode).toBe(404);
  });

  it("gives up after a quarter of an hour", async () => {
    await ask(`/api/counts/${day}`);
    breakTable();
    scene.now = new Date(scene.now.getTime() + 16 * 60_000);
    expect((await ask(`/api/counts/${day}`)).statusCode).toBe(500);
  });
});

it("shows nobody a figure below zero", async () => {
  await scene.table.client.send(
    new TransactWriteItemsCommand({
      TransactItems: [
        addTo(scene.table.name, {
          key: { pk: `COUNT#${day}`, sk: "SHARD#0" },
          figures: { people: -3, actions: -3 },
        }),
      ],
    }),
  );
  expect((await ask(`/api/counts/${day}`)).json).toMatchObject({ people: 0, actions: 0 });
  expect((await ask(`/api/counts/${day}/badge.svg`)).body).toContain("<title>0 people");
});

describe("history", () => {
  async function bookedIn(hour: string, people: number): Promise<void> {
    const figures = { people, actions: people, postings: 1 };
    const TableName = scene.table.name;
    const items = [
      addTo(TableName, { key: hourKey(day, hour, 0), figures }),
      addTo(TableName, { key: { pk: `COUNT#${day}`, sk: "SHARD#0" }, figures: { people, actions: people } }),
    ];
    await scene.table.client.send(new TransactWriteItemsCommand({ TransactItems: items }));
  }

  it("gives running totals at the end of each hour, those before the range included", async () => {
    await bookedIn("2027-10-20T22", 4);
    await bookedIn("2027-10-21T09", 3);
    await bookedIn("2027-10-21T10", -1);
    const answer = await ask(`/api/counts/${day}/history?by=hour&from=2027-10-21&to=2027-10-21`);
    expect(answer.json).toEqual({
      scope: day,
      by: "hour",
      points: [
        { at: "2027-10-21T10:00:00.000Z", people: 7, actions: 7 },
        { at: "2027-10-21T11:00:00.000Z", people: 6, actions: 6 },
      ],
    });
  });

  it("gives them by day", async () => {
    await bookedIn("2027-10-20T22", 4);
    await bookedIn("2027-10-21T09", 3);
    await bookedIn("2027-10-21T10", 2);
    const answer = await ask(`/api/counts/${day}/history?by=day&from=2027-10-20&to=2027-10-22`);
    expect((answer.json as { points: unknown }).points).toEqual([
      { at: "2027-10-21T00:00:00.000Z", people: 4, actions: 4 },
      { at: "2027-10-22T00:00:00.000Z", people: 9, actions: 9 },
    ]);
  });

  it("shows what is counted just now without being asked for a range", async () => {
    await ofCountry("CH", ["ann"]);
    await scene.tally();
    for (const by of ["hour", "day"])
      expect((await ask(`/api/counts/${day}/history?by=${by}`)).json).toMatchObject({
        points: [{ people: 1 }],
      });
  });

  it.each([
    [
      "?by=hour&from=2017-10-21&to=2027-10-21",
      { pointer: "/from", reason: "more-hours-than-one-answer-holds", limit: 744 },
    ],
    [
      "?by=day&from=2017-10-21&to=2027-10-21",
      { pointer: "/from", reason: "more-days-than-one-answer-holds", limit: 1098 },
    ],
    ["?by=hour&from=2027-10-22&to=2027-10-21", { pointer: "/from", reason: "after-the-end" }],
    ["?by=week", { pointer: "/by", reason: "not-one-of-the-choices" }],
    ["?from=yesterday", { pointer: "/from", reason: "not-a-date" }],
  ])("refuses %s, naming the parameter and the limit", async (query, problem) => {
    const { json, statusCode } = await ask(`/api/counts/${day}/history${query}`);
    expect(statusCode).toBe(400);
    expect((json as { errors: unknown[] }).errors).toEqual([expect.objectContaining(problem)]);
  });
});

describe("badge.svg", () => {
  it("is a picture that loads nothing, says the number aloud, and knows the dark", async () => {
    await ofCountry("CH", ["ann"]);
    await scene.tally();
    const { headers, body } = await ask(`/api/counts/${day}/badge.svg`);
    expect(headers).toMatchObject({
      "content-type": "image/svg+xml; charset=utf-8",
      "access-control-allow-origin": "*",
      etag: expect.any(String),
    });
    expect(body).toContain("<title>1 person for encryption</title>");
    expect(body).toContain("prefers-color-scheme:dark");
    expect(body).not.toMatch(/href|url\(http|<script/);
  });

  it("is set from right to left in Arabic", async () => {
    const { body } = await ask(`/api/counts/${day}/badge.svg?locale=ar-EG`);
    expect(body).toContain('lang="ar" direction="rtl"');
    expect(body).toContain("مع التشفير");
  });
});

describe("what the public may not know of yet", () => {
  it.each(["unverified", "submitted", "draft", "declined"] as const)(
    "has no count while it is %s",
    async (state) => {
      const sample = sampleScopes.find(({ scope }) => scope === workshop);
      if (sample?.kind !== "event") throw new Error("the workshop is not among the samples");
      const scope = "event.not-yet" as const;
      await addScope(scene.table, {
        ...sample,
        ...scopeKey(scope),
        sk: "DETAILS",
        scope,
        slug: "not-yet",
        state,
      });
      expect(await ask("/api/counts/event.not-yet")).toMatchObject({
        statusCode: 404,
        json: { type: "unknown-scope" },
      });
    },
  );
});
