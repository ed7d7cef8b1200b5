import { TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import type { APIGatewayProxyEventV2, Context } from "aws-lambda";
import { beforeAll, describe, expect, it } from "vitest";
import { api } from "../../functions/edge/chain.ts";
import type { Reply } from "../../functions/edge/reply.ts";
import { membershipRoutes } from "../../functions/membership/routes.ts";
import { directoryPage, memberGrowth } from "../../shared/table/directory.ts";
import { membersPage } from "../../shared/table/member-list.ts";
import { medianDays, notingReview, usualDays } from "../../shared/table/reviews.ts";
import { another, type MemberScene, memberScene } from "../functions/member-scene.ts";

let scene: MemberScene;
const names = ["Álpha", "alphabet Ltd", "Beta", "The Gamma", "delta", "Épsilon", "Ωμέγα", "Zeta"];
beforeAll(async () => {
  scene = await memberScene();
  for (const [i, name] of names.entries()) {
    scene.now = new Date(Date.UTC(2026, 10, 24, 9, i));
    await scene.approved({ ...another(`Org ${i}`), organization: name, country: i % 2 ? "KE" : "SN" });
  }
});

async function readOn(limit: number): Promise<string[]> {
  const found: string[] = [];
  let after: string | undefined;
  do {
    const page = await membersPage(scene.table, { state: "approved", after, limit });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    found.push(...page.items.map(({ name }) => name));
    after = page.next;
  } while (after !== undefined);
  return found;
}

describe("the directory", () => {
  it.each([1, 2, 3, 7, 8, 50])("is read to its end by pages of %i, by name, each once", async (limit) => {
    expect(await readOn(limit)).toEqual([
      "Álpha",
      "alphabet Ltd",
      "Beta",
      "delta",
      "Épsilon",
      "The Gamma",
      "Zeta",
      "Ωμέγα",
    ]);
  });

  it.each([
    [{ letter: "a" }, ["Álpha", "alphabet Ltd"]],
    [{ letter: "other" }, ["Ωμέγα"]],
    [{ letter: "q" }, []],
    [{ q: "ALPHÁ" }, ["Álpha", "alphabet Ltd"]],
    [{ country: "KE", letter: "z" }, ["Zeta"]],
    [{ kind: "company" as const }, []],
  ])("asked for %o gives %o", async (query, found) => {
    const { items, next } = await directoryPage(scene.table, query, undefined);
    expect(items.map(({ name }) => name)).toEqual(found);
    expect(next).toBeUndefined();
  });

  it("goes on within a letter", async () => {
    const first = await membersPage(scene.table, { state: "approved", prefix: "a", limit: 1 });
    const second = await membersPage(scene.table, {
      state: "approved",
      prefix: "a",
      limit: 5,
      after: first.next,
    });
    expect([...first.items, ...second.items].map(({ name }) => name)).toEqual(["Álpha", "alphabet Ltd"]);
  });
});

it("refuses a cursor that the directory has not given, and names the field", async () => {
  const door = api(membershipRoutes({ ...scene.intake() }));
  const event = {
    ...{ routeKey: "GET /api/members", rawPath: "/api/members", headers: {} },
    queryStringParameters: { cursor: Buffer.from("alpha#1").toString("base64url") },
    requestContext: { http: { method: "GET" }, requestId: "r" },
  };
  const { body } = (await door(event as unknown as APIGatewayProxyEventV2, {} as Context)) as Reply;
  expect(JSON.parse(body ?? "")).toMatchObject({ status: 400, errors: [{ pointer: "/cursor" }] });
});

describe("the directory as a file", () => {
  it("has each listed member once, by name, and nothing that a spreadsheet would run", async () => {
    const own = await memberScene();
    await own.approved({ ...another("Plain"), organization: 'The "Plain", Ltd.' });
    await own.approved({ ...another("Formula"), organization: "=Formula+1" });
    await own.submit(another("Not Yet"));
    const door = api(membershipRoutes({ ...own.intake() }));
    const event = {
      ...{ routeKey: "GET /api/members.csv", rawPath: "/api/members.csv", headers: {} },
      requestContext: { http: { method: "GET" }, requestId: "r" },
    };
    const { headers, body } = (await door(
      event as unknown as APIGatewayProxyEventV2,
      {} as Context,
    )) as Reply;
    expect(headers).toMatchObject({
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="members.csv"',
    });
    const [head, ...lines] = String(body).trimEnd().split("\r\n");
    expect(head).toBe("id,name,kind,country,website,joined");
    expect(lines.map((line) => line.slice(21))).toEqual([
      "'=Formula+1,civil-society,SN,https://www.formula.example/,2026-11-24",
      '"The ""Plain"", Ltd.",civil-society,SN,https://www.plain.example/,2026-11-24',
    ]);
    expect(String(body), "nobody's address").not.toContain("@");
  });
});

describe("growth", () => {
  it("is how many there were at the end of each day on which it changed, whoever left included", async () => {
    const own = await memberScene();
    const org = another("Leaves Later");
    const id = await own.approved(org);
    await own.approved(another("Stays"));
    await own.counted();
    own.now = new Date("2026-11-26T10:00:00Z");
    await own.approved(another("Third"));
    await own.counted();
    own.now = new Date("2026-11-29T10:00:00Z");
    await own.manage(id, "leave", {}, org.email);
    await own.counted();
    expect(await memberGrowth(own.table)).toEqual([
      { day: "2026-11-24", members: 2 },
      { day: "2026-11-26", members: 3 },
      { day: "2026-11-29", members: 2 },
    ]);
  });
});

describe("the queue", () => {
  it("is oldest first, over all buckets", async () => {
    const ids: string[] = [];
    for (let i = 0; i < 6; i++) {
      scene.now = new Date(Date.UTC(2026, 10, 25, 9, i));
      ids.push(await scene.submit(another(`Waiting ${"abcdef"[i]}${i}x${i * 37}`)));
    }
    const { items } = await membersPage(scene.table, { state: "submitted", limit: 100 });
    expect(items.map(({ id }) => id)).toEqual(ids);
  });
});

describe("how long a decision takes", () => {
  it("is said in whole days once five were made, from the newest fifty", async () => {
    expect(medianDays([1, 2, 3, 4])).toBeUndefined();
    expect(medianDays([1, 1, 30, 100, 100])).toBe(2);
    const own = await memberScene();
    const now = new Date("2026-11-24T00:00:00Z");
    const TransactItems = [10, 20, 50, 80, 90].map((hours, i) =>
      notingReview(
        own.table,
        { id: String(i), submittedAt: new Date(now.getTime() - hours * 3_600_000).toISOString() },
        now,
      ),
    );
    expect(await usualDays(own.table)).toBeUndefined();
    await own.table.client.send(new TransactWriteItemsCommand({ TransactItems }));
    expect(await usualDays(own.table)).toBe(3);
  });
});
