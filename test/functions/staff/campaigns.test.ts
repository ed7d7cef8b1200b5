import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { api } from "../../../functions/edge/chain.ts";
import { campaignRoutes } from "../../../functions/staff/campaign-routes.ts";
import { putSampleData } from "../../../infra/local/sample-data.ts";
import type { StaffCampaign } from "../../../shared/contracts/campaign-staff.ts";
import { actsOn } from "../../../shared/table/audit.ts";
import { makeScene, type Scene } from "../scene.ts";
import { callAs, type Door, said } from "./ask.ts";

let scene: Scene;
let door: Door;
beforeAll(async () => {
  scene = await makeScene();
  await putSampleData(scene.table);
  const surroundings = { table: scene.table, clock: () => new Date(), id: randomUUID };
  door = api(campaignRoutes(surroundings)) as unknown as Door;
});

const all = "/api/staff/campaigns";
const one = `${all}/{slug}`;
const organizer = { role: "organizer" };

const described = {
  title: { en: "Encryption Week", fr: "Semaine du chiffrement" },
  summary: { en: "A week for encryption." },
  goal: 5000,
  starts: "2028-03-01",
  ends: "2028-03-07",
};

async function make(slug: string): Promise<StaffCampaign> {
  const reply = await callAs(organizer, door, `POST ${all}`, { body: { slug, ...described } });
  expect(reply.statusCode, reply.body).toBe(201);
  return said<StaffCampaign>(reply);
}

const file = async (slug: string) =>
  said<StaffCampaign>(await callAs(organizer, door, `GET ${one}`, { params: { slug } }));
const change = (slug: string, body: unknown) =>
  callAs(organizer, door, `PUT ${one}`, { params: { slug }, body });
const verb = (slug: string, word: string) =>
  callAs(organizer, door, `POST ${one}/{verb}`, { params: { slug, verb: word } });
const listed = async (state: string) =>
  said<{ items: StaffCampaign[] }>(
    await callAs({ role: "reviewer" }, door, `GET ${all}`, { query: { state } }),
  ).items.map(({ slug }) => slug);

describe("a campaign", () => {
  it("is made as a draft, with its settings as nobody has set them, and noted", async () => {
    expect(await make("encryption-week")).toMatchObject({
      ...described,
      ...{ slug: "encryption-week", state: "draft", version: 1, people: 0 },
      ...{ sources: [], senderName: null, publishesMembersEvents: false },
    });
    expect(await listed("draft")).toContain("encryption-week");
    expect(await listed("published")).toEqual(["global-encryption-day-2027"]);
    const [act] = await actsOn(scene.table, "campaign.encryption-week");
    expect(act).toMatchObject({ act: "campaign.create", who: "the-organizer" });
  });

  it("has a slug of its own", async () => {
    await make("taken-once");
    const again = await callAs(organizer, door, `POST ${all}`, {
      body: { slug: "taken-once", ...described },
    });
    expect(said(again)).toMatchObject({ type: "slug-taken", status: 409 });
    expect((await file("taken-once")).version).toBe(1);
  });

  it("is changed on the version that was looked at, and by the second of two never silently", async () => {
    const { version } = await make("two-at-once");
    const [mine, theirs] = [
      { ...described, version, goal: 1, senderName: "The week" },
      { ...described, version, goal: 2 },
    ];
    const replies = await Promise.all([change("two-at-once", mine), change("two-at-once", theirs)]);
    const statuses = replies.map(({ statusCode }) => statusCode).sort();
    expect(statuses).toEqual([200, 409]);
    const kept = said<StaffCampaign>(replies.find(({ statusCode }) => statusCode === 200) ?? {});
    expect(await file("two-at-once")).toMatchObject({ version: 2, goal: kept.goal });
    expect((await change("two-at-once", theirs)).statusCode).toBe(409);
    const acts = await actsOn(scene.table, "campaign.two-at-once");
    expect(acts.map(({ act }) => act)).toEqual(["campaign.edit", "campaign.create"]);
  });

  it("loses a setting that is taken back, and moves in its list with its dates", async () => {
    const { version } = await make("settings");
    const set = { senderName: "Settings", publishesMembersEvents: true, goal: null };
    expect(said(await change("settings", { ...described, ...set, version }))).toMatchObject(set);
    const later = { ...described, starts: "2029-01-01", ends: "2029-01-02", version: version + 1 };
    expect(said(await change("settings", later))).toMatchObject({
      senderName: null,
      publishesMembersEvents: false,
    });
    expect((await listed("draft")).at(-1)).toBe("settings");
  });

  it("is published, closed and opened again; each of them twice is as once", async () => {
    await make("lifelong");
    expect(said(await verb("lifelong", "close"))).toMatchObject({ type: "campaign-not-published" });
    for (const [word, state] of [
      ["publish", "published"],
      ["publish", "published"],
      ["close", "closed"],
      ["close", "closed"],
      ["publish", "published"],
    ] as const)
      expect(said(await verb("lifelong", word))).toMatchObject({ state });
    expect((await file("lifelong")).version).toBe(4);
    expect(said(await verb("lifelong", "delete"))).toMatchObject({ type: "unknown-verb" });
  });

  it.each([
    ["/ends", { ends: "2028-02-01" }, "ends-before-it-starts"],
    ["/starts", { starts: "soon" }, "not-a-date"],
    ["/goal", { goal: 0 }, "too-small"],
    ["/title/en", { title: { fr: "Semaine" } }, "required"],
    ["/title/en", { title: { en: "A\r\nB" } }, "control-characters"],
    ["/sources/0", { sources: ["a b"] }, "not-a-source"],
    ["/slug", { slug: "Not A Slug" }, "not-a-slug"],
  ])("names %s where it is not as it must be", async (pointer, wrong, reason) => {
    const reply = await callAs(organizer, door, `POST ${all}`, {
      body: { slug: "never-made", ...described, ...wrong },
    });
    expect(said(reply)).toMatchObject({ type: "invalid-request", errors: [{ pointer, reason }] });
    expect(reply.body?.match(/"pointer"/g)).toHaveLength(1);
  });

  it("is made and changed by organizers, read by reviewers too, and by nobody else", async () => {
    await make("guarded");
    for (const role of ["reviewer", "somebody", undefined]) {
      expect((await callAs({ role }, door, `POST ${all}`, { body: described })).statusCode).toBe(403);
      const put = await callAs({ role }, door, `PUT ${one}`, { params: { slug: "guarded" }, body: {} });
      expect(put.statusCode).toBe(403);
    }
    expect((await callAs({}, door, `GET ${all}`)).statusCode).toBe(403);
    const nowhere = await callAs({ role: "admin" }, door, `GET ${one}`, { params: { slug: "nowhere" } });
    expect(nowhere.statusCode).toBe(404);
  });
});
