import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { api } from "../../../functions/edge/chain.ts";
import { staffRoutes } from "../../../functions/events/staff-routes.ts";
import { membershipStaffRoutes } from "../../../functions/membership/staff-routes.ts";
import { personRoutes } from "../../../functions/participation/staff-routes.ts";
import { pledgesStaffRoutes } from "../../../functions/pledges/staff-routes.ts";
import { campaignRoutes } from "../../../functions/staff/campaign-routes.ts";
import { sampleScopes } from "../../../infra/local/sample-data.ts";
import { samplePledge } from "../../../infra/local/sample-signables.ts";
import { scopeKey } from "../../../shared/table/keys.ts";
import { addScope, type Campaign, type Pledge, scopePlace } from "../../../shared/table/scope.ts";
import { scopeCache } from "../../../shared/table/scope-cache.ts";
import type { Table } from "../../../shared/table/table.ts";
import { anEvent, freshTable, someDay } from "../events/a-campaign.ts";
import { another, MemberScene } from "../member-scene.ts";
import { callAs, type Door, said } from "./ask.ts";
import { everyPage, namesIn } from "./every-page.ts";

/** Lists of the staff that are longer than a page, each read to its end, with and without filters. */

let table: Table;
let doors: Record<"events" | "campaigns" | "pledges" | "scopes" | "members", Door>;

const numbers = (n: number) => Array.from({ length: n }, (_, i) => i);
const name = (what: string, i: number) => `${what}-${String(i).padStart(3, "0")}`;

const someEvent = (i: number) =>
  anEvent(table, {
    slug: name("event", i),
    title: i % 40 === 7 ? { fr: "Une soirée protégée", en: "A safe evening" } : { en: `Evening ${i}` },
    online: i % 2 === 0,
    place: { name: "Somewhere", country: i % 5 === 0 ? "SN" : "CH" },
    languages: i % 3 === 0 ? ["fr", "wo"] : ["en"],
    campaign: i < 100 ? "campaign.the-day" : "campaign.the-week",
    startsAt: `2027-10-21T16:00:00.${String(i).padStart(3, "0")}Z`,
    organizer: i === 119 ? "Réseau Léger" : "Somebody",
  });

async function someCampaign(i: number): Promise<void> {
  const [sample] = sampleScopes;
  const [slug, scope] = [name("campaign", i), `campaign.${name("campaign", i)}`] as const;
  const state = i % 2 ? ("draft" as const) : ("published" as const);
  await addScope(table, {
    ...(sample as Campaign),
    ...scopeKey(scope),
    ...{ sk: "DETAILS", slug, scope, state, title: { en: `Campaign ${i}`, ...(i === 5 && { fr: "L’été" }) } },
    ...scopePlace({ kind: "campaign", state, scope }, "2027-10-21"),
  });
}

async function somePledge(i: number): Promise<void> {
  const [slug, scope] = [name("pledge", i), `pledge.${name("pledge", i)}`] as const;
  const state = i < 60 ? ("draft" as const) : ("published" as const);
  const pledge: Pledge = {
    ...samplePledge,
    ...scopeKey(scope),
    ...{ sk: "DETAILS", slug, scope, state, title: { en: `Pledge ${i}`, ...(i === 110 && { sw: "Ahadi" }) } },
    closesAt: i >= 115 ? "2027-05-01T00:00:00Z" : null,
    ...scopePlace({ kind: "pledge", state, scope }, "2026-11-01"),
  };
  await addScope(table, pledge);
}

beforeAll(async () => {
  table = await freshTable();
  const clock = () => someDay;
  const desk = { table, clock, id: randomUUID };
  const opened = (routes: Parameters<typeof api>[0]) => api(routes) as unknown as Door;
  const organizations = new MemberScene(table);
  const secret = async () => organizations.key;
  doors = {
    events: opened(staffRoutes({ ...desk, origin: "https://act.example", linkSecret: secret })),
    campaigns: opened(campaignRoutes(desk)),
    pledges: opened(pledgesStaffRoutes(desk)),
    scopes: opened(personRoutes({ ...desk, personKey: secret, scope: scopeCache(table) })),
    members: opened(membershipStaffRoutes(organizations.intake())),
  };
  for (const i of numbers(120)) await Promise.all([someEvent(i), someCampaign(i), somePledge(i)]);
  for (const i of numbers(55))
    await organizations.submit({ ...another(name("Organization", i)), country: i === 54 ? "SN" : "KE" });
});

const events = (query: Record<string, string> = {}) =>
  everyPage("reviewer", doors.events, "/api/staff/events", { state: "published", ...query });
const campaigns = (query: Record<string, string>) =>
  everyPage("reviewer", doors.campaigns, "/api/staff/campaigns", query);
const pledges = (query: Record<string, string> = {}) =>
  everyPage("reviewer", doors.pledges, "/api/staff/pledges", query);
const scopes = (query: Record<string, string> = {}) =>
  everyPage("organizer", doors.scopes, "/api/staff/scopes", query);
const members = (query: Record<string, string> = {}) =>
  everyPage("reviewer", doors.members, "/api/staff/members", query);

describe("the list of events", () => {
  it("has each once, by date, fifty a page", async () => {
    const pages = await events();
    expect(pages.map(({ length }) => length)).toEqual([50, 50, 20]);
    expect(namesIn(pages)).toEqual(numbers(120).map((i) => name("event", i)));
  });

  it("is searched by a title in any language, an address or an organizer, whatever the accents", async () => {
    const evenings = [7, 47, 87].map((i) => name("event", i));
    expect(namesIn(await events({ title: "PROTEGEE" }))).toEqual(evenings);
    expect(namesIn(await events({ title: "safe ev" }))).toEqual(evenings);
    expect(namesIn(await events({ title: "event-04" }))).toHaveLength(10);
    expect(namesIn(await events({ title: "reseau leger" }))).toEqual([name("event", 119)]);
  });

  it.each([
    [{ campaign: "the-week" }, (i: number) => i >= 100],
    [{ country: "sn" }, (i: number) => i % 5 === 0],
    [{ language: "wo" }, (i: number) => i % 3 === 0],
    [{ online: "true" }, (i: number) => i % 2 === 0],
    [{ online: "false", country: "SN", language: "fr" }, (i: number) => i % 30 === 15],
  ])("has with %o what fits, on whichever page it stands", async (query, fits) => {
    expect(namesIn(await events(query))).toEqual(
      numbers(120)
        .filter(fits)
        .map((i) => name("event", i)),
    );
  });

  it("goes on over what fits nothing, and through every state where any is asked for", async () => {
    expect(namesIn(await events({ title: "no such thing" }))).toEqual([]);
    await anEvent(table, { slug: "called-off", state: "cancelled", title: { en: "Called off" } });
    await anEvent(table, { slug: "still-to-confirm", state: "unverified", title: { en: "Not yet" } });
    const any = namesIn(await events({ state: "any" }));
    expect(any).toHaveLength(121);
    expect(any.at(-1)).toBe("called-off");
    expect(namesIn(await events({ state: "any", title: "off" }))).toEqual(["called-off"]);
  });

  it.each([
    ["country", "XX"],
    ["online", "maybe"],
    ["state", "unverified"],
    ["campaign", "A B"],
    ["cursor", Buffer.from("nowhere 2027").toString("base64url")],
  ])("says that %s cannot be %s", async (field, value) => {
    const asked = { query: { [field]: value } };
    const reply = await callAs({ role: "reviewer" }, doors.events, "GET /api/staff/events", asked);
    expect(said(reply)).toMatchObject({ status: 400, errors: [{ pointer: `/${field}` }] });
  });
});

describe("the list of campaigns", () => {
  it("has those of a state, or of any, page after page", async () => {
    expect((await campaigns({})).map(({ length }) => length)).toEqual([50, 10]);
    const any = await campaigns({ state: "any" });
    expect(new Set(namesIn(any)).size).toBe(120);
    expect(
      any
        .flat()
        .map(({ state }) => state)
        .slice(0, 60),
    ).toEqual(numbers(60).map(() => "draft"));
  });

  it("is searched by title and by language", async () => {
    expect(namesIn(await campaigns({ state: "any", title: "L’ete" }))).toEqual([name("campaign", 5)]);
    expect(namesIn(await campaigns({ state: "any", language: "fr" }))).toEqual([name("campaign", 5)]);
    expect(namesIn(await campaigns({ state: "any", title: "campaign 11" }))).toHaveLength(11);
    expect(namesIn(await campaigns({ state: "closed" }))).toEqual([]);
  });
});

describe("the list of pledges", () => {
  it("has drafts first, then all others, each once", async () => {
    const pages = await pledges();
    expect(new Set(namesIn(pages)).size).toBe(120);
    expect(namesIn(pages)).toEqual(numbers(120).map((i) => name("pledge", i)));
  });

  it("knows as closed what has passed its closing date", async () => {
    const closed = [115, 116, 117, 118, 119].map((i) => name("pledge", i));
    expect(namesIn(await pledges({ state: "closed" }))).toEqual(closed);
    const published = namesIn(await pledges({ state: "published" }));
    expect(published).toEqual(numbers(55).map((i) => name("pledge", i + 60)));
  });

  it("is searched by title, language and campaign, over its pages", async () => {
    expect(namesIn(await pledges({ language: "sw" }))).toEqual([name("pledge", 110)]);
    expect(namesIn(await pledges({ title: "pledge 9" }))).toHaveLength(11);
    expect(namesIn(await pledges({ campaign: "global-encryption-day-2027", state: "draft" }))).toHaveLength(
      60,
    );
    expect(namesIn(await pledges({ campaign: "the-week" }))).toEqual([]);
  });
});

describe("the list of what people take part in", () => {
  it("has all that is public, of each kind, fifty a page", async () => {
    const pages = await scopes();
    expect(pages.slice(0, -1).every(({ length }) => length === 50)).toBe(true);
    const kinds = pages.flat().map(({ kind }) => kind);
    const count = (kind: string) => kinds.filter((one) => one === kind).length;
    expect([count("campaign"), count("event"), count("pledge")]).toEqual([60, 121, 60]);
    expect(new Set(namesIn(pages, "scope")).size).toBe(kinds.length);
  });

  it("is narrowed down to a kind, a state, a title or a campaign with all that belongs to it", async () => {
    expect(namesIn(await scopes({ kind: "pledge", title: "Pledge 7" }), "scope")).toHaveLength(10);
    expect(namesIn(await scopes({ state: "cancelled" }), "scope")).toEqual(["event.called-off"]);
    expect(namesIn(await scopes({ campaign: "the-week" }), "scope")).toHaveLength(20);
    const own = await scopes({ campaign: name("campaign", 4) });
    expect(namesIn(own, "scope")).toEqual([`campaign.${name("campaign", 4)}`]);
  });

  it("says that a place is none", async () => {
    const query = { cursor: Buffer.from("-1").toString("base64url") };
    const reply = await callAs({ role: "organizer" }, doors.scopes, "GET /api/staff/scopes", { query });
    expect(said(reply)).toMatchObject({ status: 400, errors: [{ pointer: "/cursor" }] });
  });
});

describe("the reviewers' queue", () => {
  it("is searched by name and country, page after page", async () => {
    expect((await members()).map(({ length }) => length)).toEqual([50, 5]);
    expect(namesIn(await members({ name: "organization-01" }), "name")).toHaveLength(10);
    expect(namesIn(await members({ country: "SN" }), "name")).toEqual([name("Organization", 54)]);
    expect(namesIn(await members({ country: "SN", name: "organization-01" }), "name")).toEqual([]);
  });
});

describe("a cursor that no list has given", () => {
  it.each([
    ["events", "events"],
    ["campaigns", "campaigns"],
    ["pledges", "pledges"],
    ["pledges", "statements"],
    ["pledges", "comments"],
    ["pledges", "signatures"],
    ["scopes", "scopes"],
    ["members", "members"],
  ] as const)("is refused at the door of %s by the list of %s, by its name", async (door, list) => {
    for (const cursor of ["nonsense", Buffer.from("2027-01-01T00:00:00Z#a").toString("base64url")]) {
      const role = door === "scopes" ? "organizer" : "reviewer";
      const reply = await callAs({ role }, doors[door], `GET /api/staff/${list}`, { query: { cursor } });
      expect(said(reply), `${list} ${cursor}`).toMatchObject({
        status: 400,
        errors: [{ pointer: "/cursor", reason: "not-valid" }],
      });
    }
  });

  it("is one that the same list gave for another state, too", async () => {
    const query = { state: "submitted" };
    const reply = await callAs({ role: "reviewer" }, doors.members, "GET /api/staff/members", { query });
    const cursor = String(said(reply).next);
    const other = await callAs({ role: "reviewer" }, doors.members, "GET /api/staff/members", {
      query: { state: "declined", cursor },
    });
    expect(said(other)).toMatchObject({ status: 400, errors: [{ pointer: "/cursor" }] });
  });
});
