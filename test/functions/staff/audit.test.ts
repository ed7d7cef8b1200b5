import { beforeAll, describe, expect, it } from "vitest";
import { api } from "../../../functions/edge/chain.ts";
import { auditRoute } from "../../../functions/staff/audit-route.ts";
import { noteAct } from "../../../shared/table/audit.ts";
import { makeScene, type Scene } from "../scene.ts";
import { askAs, type Door, said } from "./ask.ts";

interface Listed {
  items: { at: string; who: string; act: string; subject: string }[];
  next: string | null;
}

const now = new Date("2027-03-10T12:00:00Z");
let scene: Scene;
let door: Door;
beforeAll(async () => {
  scene = await makeScene();
  const route = auditRoute({ table: scene.table, clock: () => now });
  door = api({ "GET /api/staff/audit": route }) as unknown as Door;
  for (let day = 0; day < 70; day++) {
    const at = new Date(Date.UTC(2027, 0, 1 + day, 8));
    const [who, act] = day % 7 === 0 ? ["ada", "event.close"] : ["ben", "member-approved"];
    const subject = act === "event.close" ? "event.one" : `member.${day}`;
    await noteAct(scene.table, { subject, who, act }, { at, id: `id${day}` });
  }
});

async function all(query: string): Promise<Listed["items"]> {
  const items: Listed["items"] = [];
  let cursor: string | null = "";
  for (let pages = 0; cursor !== null && pages < 30; pages++) {
    const reply = await askAs("reviewer", door, `/api/staff/audit?${query}${cursor && `&cursor=${cursor}`}`);
    expect(reply.statusCode, reply.body).toBe(200);
    const page: Listed = said<Listed>(reply);
    items.push(...page.items);
    cursor = page.next;
  }
  return items;
}
const days = (items: Listed["items"]) => items.map(({ at }) => at.slice(0, 10));

describe("the audit list", () => {
  it("shows what anybody did to anything, newest first, each once, over pages and months", async () => {
    const items = await all("");
    expect(items).toHaveLength(69);
    expect(new Set(days(items)).size).toBe(69);
    expect(days(items)).toEqual([...days(items)].sort().reverse());
    expect(items[0]).toMatchObject({ at: "2027-03-10T08:00:00.000Z", who: "ben", act: "member-approved" });
  });

  it("is filtered by who, by how the act begins, and by both", async () => {
    expect(await all("who=ada")).toHaveLength(10);
    expect(await all("act=event.")).toHaveLength(10);
    expect(await all("act=member-")).toHaveLength(59);
    expect(await all("act=member-&who=ada")).toEqual([]);
  });

  it("is of a time, both days included", async () => {
    expect(days(await all("from=2027-01-30&to=2027-02-02"))).toEqual([
      "2027-02-02",
      "2027-02-01",
      "2027-01-31",
      "2027-01-30",
    ]);
    expect(days(await all("from=2027-02-01&to=2027-02-01"))).toEqual(["2027-02-01"]);
    expect(await all("from=2026-01-01&to=2026-12-31")).toEqual([]);
  });

  it("of one subject reaches back as far as there is something, and is filtered too", async () => {
    expect(await all("subject=event.one")).toHaveLength(10);
    expect(await all("subject=event.one&from=2027-01-09&to=2027-01-31")).toHaveLength(3);
    expect(await all("subject=event.one&who=ben")).toEqual([]);
    expect(await all("subject=event.none")).toEqual([]);
    for (let i = 0; i < 60; i++)
      await noteAct(
        scene.table,
        { subject: "event.busy", who: "ada", act: `act-${i}` },
        { at: new Date(Date.UTC(2027, 2, 1, 0, i)), id: String(i) },
      );
    const busy = await all("subject=event.busy");
    expect(busy.map(({ act }) => act)).toEqual(Array.from({ length: 60 }, (_, i) => `act-${59 - i}`));
  });

  it("refuses days that are none, and an end before its beginning", async () => {
    for (const [query, pointer] of [
      ["from=soon", "/from"],
      ["from=2027-02-02&to=2027-02-01", "/to"],
    ]) {
      const reply = await askAs("admin", door, `/api/staff/audit?${query}`);
      expect(said(reply)).toMatchObject({ type: "invalid-request", errors: [{ pointer }] });
    }
    expect((await askAs(undefined, door, "/api/staff/audit")).statusCode).toBe(403);
  });
});
