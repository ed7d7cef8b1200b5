import type { APIGatewayProxyEventV2, Context } from "aws-lambda";
import { parse } from "csv-parse/sync";
import { beforeEach, describe, expect, it } from "vitest";
import { api } from "../../functions/edge/chain.ts";
import type { Reply } from "../../functions/edge/reply.ts";
import { makeOpenData } from "../../functions/participation/open-data-day.ts";
import { openDataRoutes } from "../../functions/participation/open-data-routes.ts";
import { putSampleData } from "../../infra/local/sample-data.ts";
import type { OpenDataList, OpenDay } from "../../shared/contracts/open-data.ts";
import { shifted } from "../../shared/domain/period.ts";
import { openDays } from "../../shared/table/open-data.ts";
import { mortal } from "../stack/mortal.ts";
import { campaign, day, makeScene, type Scene, workshop } from "./scene.ts";

let scene: Scene;
/** What the clock says to those who make and give files. */
let now: Date;
let today: string;

beforeEach(async () => {
  scene = await makeScene();
  await putSampleData(scene.table);
  now = scene.now;
  today = now.toISOString().slice(0, 10);
});

async function ask(path: string, headers: Record<string, string> = {}): Promise<Reply> {
  const door = api(openDataRoutes({ table: scene.table, origin: "https://act.example", clock: () => now }));
  const file = /^\/api\/open-data\/(.+)$/.exec(path)?.[1];
  const event = {
    routeKey: file ? "GET /api/open-data/{file}" : "GET /api/open-data",
    rawPath: path,
    headers,
    pathParameters: file ? { file } : undefined,
    requestContext: { http: { method: "GET" }, requestId: "r" },
  };
  return door(event as unknown as APIGatewayProxyEventV2, {} as Context) as Promise<Reply>;
}
const json = <Answer>({ body }: Reply): Answer => JSON.parse(body ?? "");

async function of(country: string, people: number): Promise<void> {
  for (let i = 0; i < people; i++) await scene.join(`${country}-${i}`, { country });
}
const daysLater = (days: number) => new Date(Date.parse(`${shifted(today, days)}T00:25:00Z`));
const make = () => makeOpenData(scene.table, () => now);

describe("the file of a day", () => {
  it("holds people and actions of each scope, countries in fives from ten on, the rest in other", async () => {
    await of("CH", 12);
    await of("KE", 4);
    await scene.join("CH-0", { scope: workshop, country: "CH" });
    await scene.tally();
    now = daysLater(1);
    expect(await make()).toEqual([today]);
    const file = json<OpenDay>(await ask(`/api/open-data/${today}.json`));
    expect(file).toMatchObject({ day: today, final: true, licence: { name: "CC0 1.0" } });
    const figures = Object.fromEntries(file.scopes.map((one) => [one.scope, one]));
    expect(figures[campaign]).toMatchObject({
      people: 16,
      actions: 17,
      // That all speak one language would tell it of the one person at the workshop.
      by: { country: { CH: 10, other: 6 }, language: { other: 16 } },
    });
    expect(figures[day]).toMatchObject({ people: 16, actions: 16 });
    expect(figures[workshop]).toMatchObject({ people: 1, by: { country: { other: 1 } } });
  });

  it("says the same as CSV, may be read from any site, and is kept for a day once it is final", async () => {
    await of("CH", 15);
    await scene.tally();
    now = daysLater(1);
    await make();
    const reply = await ask(`/api/open-data/${today}.csv`);
    const rows: Record<string, string>[] = parse(reply.body ?? "", { columns: true });
    expect(rows).toContainEqual({
      day: today,
      scope: day,
      country: "",
      people: "15",
      actions: "15",
      reported: "0",
    });
    expect(rows).toContainEqual({
      day: today,
      scope: day,
      country: "CH",
      people: "10",
      actions: "",
      reported: "",
    });
    expect(reply.headers).toMatchObject({
      "access-control-allow-origin": "*",
      "cache-control": expect.stringContaining("max-age=86400"),
      link: expect.stringContaining('rel="license"'),
    });
    const again = await ask(`/api/open-data/${today}.csv`, { "if-none-match": String(reply.headers?.etag) });
    expect(again.statusCode).toBe(304);
  });

  it("of today is there, says that it is not final, and is soon stale", async () => {
    await of("CH", 3);
    await scene.tally();
    const reply = await ask(`/api/open-data/${today}.json`);
    expect(json(reply)).toMatchObject({ final: false });
    expect(json<OpenDay>(reply).scopes.find(({ scope }) => scope === day)).toMatchObject({ people: 3 });
    expect(reply.headers?.["cache-control"]).toContain("max-age=60");
  });

  it("does not change any more, whatever happens afterwards", async () => {
    await of("CH", 11);
    await scene.tally();
    now = daysLater(1);
    await make();
    const before = (await ask(`/api/open-data/${today}.json`)).body;
    await scene.withdraw("CH-0");
    await scene.tally();
    expect(await make()).toEqual([]);
    expect((await ask(`/api/open-data/${today}.json`)).body).toBe(before);
  });

  it.each(["2019-01-01.json", "2999-01-01.csv", "yesterday.json", "2027-10-21.xml", "2027-13-45.json"])(
    "is not there: %s",
    async (name) => {
      expect(await ask(`/api/open-data/${name}`)).toMatchObject({ statusCode: 404 });
    },
  );
});

describe("making files", () => {
  it("makes each day that an outage left, oldest first, and none of a day that is not over", async () => {
    await of("CH", 1);
    await scene.tally();
    expect(await make()).toEqual([]);
    now = daysLater(3);
    expect(await make()).toEqual([today, shifted(today, 1), shifted(today, 2)]);
    expect(await openDays(scene.table, { limit: 10 })).toEqual([shifted(today, 2), shifted(today, 1), today]);
  });

  it("waits until the last hour of a day is closed for good", async () => {
    await of("CH", 1);
    await scene.tally();
    now = new Date(Date.parse(`${shifted(today, 1)}T00:05:00Z`));
    expect(await make()).toEqual([]);
  });

  it("lists no day that is half made, and makes it whole the next time", async () => {
    await of("CH", 1);
    await scene.tally();
    now = daysLater(1);
    const life = mortal(scene.table.client);
    let deaths = 0;
    for (; ; deaths++) {
      // After the last effect it is whole, whether or not that was told.
      life.endsAt(2 * deaths);
      const made = await make().catch(() => undefined);
      life.endsAt(Number.POSITIVE_INFINITY);
      if (made) break;
      expect(await openDays(scene.table, { limit: 1 })).toEqual([]);
    }
    expect(deaths).toBeGreaterThan(5);
    expect(json<OpenDay>(await ask(`/api/open-data/${today}.json`)).scopes).toHaveLength(3);
  });

  it("is the same whoever makes it at once", async () => {
    await of("CH", 1);
    await scene.tally();
    now = daysLater(1);
    await Promise.all([make(), make()]);
    expect(await openDays(scene.table, { limit: 10 })).toEqual([today]);
  });
});

it("lists its files newest first, with what they hold and the licence", async () => {
  await of("CH", 1);
  await scene.tally();
  now = daysLater(2);
  await make();
  const list = json<OpenDataList>(await ask("/api/open-data"));
  expect(list).toMatchObject({
    licence: { url: expect.stringContaining("creativecommons.org") },
    next: null,
  });
  expect(list.columns.map(({ name }) => name)).toContain("country");
  expect(list.items.map(({ day: at, final }) => [at, final])).toEqual([
    [shifted(today, 2), false],
    [shifted(today, 1), true],
    [today, true],
  ]);
  expect(list.items.at(-1)?.csv).toBe(`https://act.example/api/open-data/${today}.csv`);
});
