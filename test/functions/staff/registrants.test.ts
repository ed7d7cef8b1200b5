import { randomUUID } from "node:crypto";
import { TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import { beforeAll, describe, expect, it } from "vitest";
import { api } from "../../../functions/edge/chain.ts";
import { personRoutes } from "../../../functions/participation/staff-routes.ts";
import { putSampleData } from "../../../infra/local/sample-data.ts";
import type { ListedRegistrant, PersonFile } from "../../../shared/contracts/registrants.ts";
import { actsOn } from "../../../shared/table/audit.ts";
import { puttingContact } from "../../../shared/table/contact.ts";
import { contactKey } from "../../../shared/table/keys.ts";
import { participationOf } from "../../../shared/table/participation.ts";
import { scopeCache } from "../../../shared/table/scope-cache.ts";
import { another, MemberScene } from "../member-scene.ts";
import { campaign, day, hashOf, makeScene, type Scene, somebody, workshop } from "../scene.ts";
import { callAs, type Door, said } from "./ask.ts";

let scene: Scene;
let door: Door;
beforeAll(async () => {
  scene = await makeScene();
  await putSampleData(scene.table);
  const desk = {
    table: scene.table,
    personKey: async () => "a key of the tests, which is long enough",
    scope: scopeCache(scene.table),
    clock: () => new Date(),
    id: randomUUID,
  };
  door = api(personRoutes(desk)) as unknown as Door;
});

const organizer = { role: "organizer" };
const list = (query: Record<string, string>) =>
  callAs(organizer, door, "GET /api/staff/registrants", { query });
const search = (email: string) =>
  callAs(organizer, door, "POST /api/staff/persons/search", { body: { email } });
const file = (person: string) =>
  callAs(organizer, door, "GET /api/staff/persons/{person}", { params: { person } });
const act = (person: string, verb: string, body: unknown = {}) =>
  callAs(organizer, door, "POST /api/staff/persons/{person}/{verb}", { params: { person, verb }, body });

/** Everybody in a list, page after page; a page may be short and not be the last. */
async function everybody(query: Record<string, string>): Promise<ListedRegistrant[]> {
  const all: ListedRegistrant[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const reply = await list({ ...query, ...(cursor && { cursor }) });
    expect(reply.statusCode, reply.body).toBe(200);
    const page = said<{ items: ListedRegistrant[]; next: string | null }>(reply);
    all.push(...page.items);
    cursor = page.next;
  }
  return all;
}

describe("the list of registrants", () => {
  it("has each person once, over as many pages as it takes, and no address", async () => {
    const joined = await Promise.all(Array.from({ length: 70 }, () => scene.join(somebody())));
    const left = somebody();
    await scene.join(left);
    await scene.withdraw(left);
    await scene.signUp(somebody());
    const first = await list({ scope: day });
    expect(first.body).not.toContain("@");
    const people = (await everybody({ scope: day })).map(({ person }) => person);
    expect(new Set(people).size).toBe(people.length);
    expect(people).toEqual(expect.arrayContaining(joined));
    expect(people).toHaveLength(joined.length);
  });

  it("of a campaign has those of all its actions", async () => {
    const both = somebody();
    await scene.join(both);
    await scene.join(both, { scope: workshop });
    const found = (await everybody({ scope: campaign })).filter(({ person }) => person === hashOf(both));
    expect(found.map(({ scope }) => scope).sort()).toEqual([workshop, day].sort());
  });

  it("says what the campaign, and each action that is named in it, is called", async () => {
    await scene.join(somebody(), { scope: workshop });
    const { titles } = said<{ titles: Record<string, { en: string }> }>(await list({ scope: workshop }));
    expect(titles).toMatchObject({ [workshop]: { en: "Encryption workshop" } });
    const all = said<{ titles: Record<string, { en: string }> }>(await list({ scope: campaign }));
    expect(Object.keys(all.titles)).toEqual(expect.arrayContaining([campaign, day]));
  });

  it("is filtered by country, state and language", async () => {
    const kenyan = await scene.join(somebody(), { country: "KE" });
    const found = await everybody({ scope: day, country: "ke" });
    expect(found.map(({ person }) => person)).toEqual([kenyan]);
    expect(await everybody({ scope: day, country: "KE", state: "attended" })).toEqual([]);
    expect(await everybody({ scope: day, country: "KE", language: "fr" })).toEqual([]);
    expect((await everybody({ scope: day, country: "KE", language: "en" })).length).toBe(1);
  });

  it("is searched by a part of a name, in any case", async () => {
    const ada = await scene.join(somebody(), { name: "Ada Quendolin" });
    await scene.join(somebody(), { name: "Bob" });
    const found = await everybody({ scope: day, name: "QUENDO" });
    expect(found.map(({ person }) => person)).toEqual([ada]);
    expect(await everybody({ scope: day, name: "nobody is called so" })).toEqual([]);
  });

  it("is for organizers, of something that there is, from a place that we gave", async () => {
    for (const role of ["reviewer", undefined]) {
      const reply = await callAs({ role }, door, "GET /api/staff/registrants", { query: { scope: day } });
      expect(reply.statusCode).toBe(403);
    }
    expect(said(await list({ scope: "event.nowhere" }))).toMatchObject({ type: "unknown-scope" });
    expect(said(await list({ scope: "coalition" }))).toMatchObject({ errors: [{ pointer: "/scope" }] });
    const made = Buffer.from(JSON.stringify({ action: "event.other", list: 0, bucket: 0 })).toString(
      "base64url",
    );
    for (const cursor of ["nonsense", made])
      expect(said(await list({ scope: day, cursor }))).toMatchObject({ errors: [{ pointer: "/cursor" }] });
  });
});

describe("a person", () => {
  it("is found by their address, however it is written, and by no other", async () => {
    const name = somebody();
    const person = await scene.join(name);
    expect(said(await search(` ${name.toUpperCase()}@Example.org `))).toEqual({ person });
    expect((await search("nobody-at-all@example.org")).statusCode).toBe(404);
    expect(said(await search("not an address"))).toMatchObject({ errors: [{ pointer: "/email" }] });
  });

  it("has a file with all that is kept of them, and who looked is noted", async () => {
    const name = somebody();
    const person = await scene.join(name);
    await scene.signUp(name, { scope: workshop });
    const found = said<PersonFile>(await file(person));
    expect(found).toMatchObject({ person, email: `${name}@example.org`, members: [] });
    expect(found.participations.map(({ scope, state, verbs }) => [scope, state, verbs])).toEqual([
      [workshop, "pending", ["withdraw"]],
      [day, "confirmed", ["withdraw"]],
    ]);
    expect(found.titles[workshop]?.en).toBe("Encryption workshop");
    const [look] = await actsOn(scene.table, `person.${person}`);
    expect(look).toMatchObject({ act: "person.look", who: "the-organizer" });
    expect((await file("A".repeat(24))).statusCode).toBe(404);
    expect((await file("nonsense")).statusCode).toBe(404);
  });

  it("has with their file the names of the members that they speak for, and of none that they did not confirm", async () => {
    const name = somebody();
    const person = await scene.join(name);
    const email = `${name}@example.org`;
    const members = new MemberScene(scene.table);
    const known = await members.submit({ ...another("Chiffrement pour tous"), email });
    await members.apply({ ...another(), email });
    expect(said<PersonFile>(await file(person)).members).toEqual([
      { id: known, name: "Chiffrement pour tous" },
    ]);
  });

  it("is withdrawn from what they name, as if by their own link, and twice is as once", async () => {
    const person = await scene.join(somebody());
    const before = await participationOf(scene.table, person, day);
    for (let i = 0; i < 2; i++)
      expect((await act(person, "withdraw", { scope: day, reason: "Asked by mail" })).statusCode).toBe(200);
    expect(await participationOf(scene.table, person, day)).toMatchObject({
      state: "withdrawn",
      version: (before?.version ?? 0) + 1,
    });
    const acts = await actsOn(scene.table, `person.${person}`);
    expect(acts[0]).toMatchObject({ act: "person.withdraw", to: day, reason: "Asked by mail" });
    expect((await act(person, "withdraw", { scope: workshop })).statusCode).toBe(404);
    expect((await act(person, "withdraw")).statusCode).toBe(400);
  });

  it("gets no more mails where they want none", async () => {
    const person = await scene.join(somebody());
    await act(person, "stop-mails");
    expect(said<PersonFile>(await file(person)).mails.stopped).toEqual(["all"]);
  });

  it("is forgotten as by their own link: withdrawn from all, and without a name anywhere", async () => {
    const name = somebody();
    const person = await scene.join(name);
    expect((await act(person, "erase")).statusCode).toBe(200);
    expect((await act(person, "erase")).statusCode).toBe(200);
    expect((await file(person)).statusCode).toBe(404);
    expect((await search(`${name}@example.org`)).statusCode).toBe(404);
    expect(await participationOf(scene.table, person, day)).toMatchObject({ state: "withdrawn" });
    expect((await everybody({ scope: day })).find((one) => one.person === person)).toBeUndefined();
  });

  it("is not forgotten while they speak for a member", async () => {
    const person = await scene.join(somebody());
    const contact = puttingContact(scene.table, {
      ...contactKey(person, "m1"),
      ...{ entity: "contact", person, member: "m1", email: "x@example.org", locale: "en" },
      ...{ state: "confirmed", generation: 1, createdAt: new Date().toISOString() },
    });
    await scene.table.client.send(new TransactWriteItemsCommand({ TransactItems: [contact] }));
    expect(said(await act(person, "erase"))).toMatchObject({ type: "speaks-for-a-member", status: 409 });
    expect((await file(person)).statusCode).toBe(200);
  });

  it("is nobody's business but the organizers', and knows no other verbs", async () => {
    const person = await scene.join(somebody());
    for (const role of ["reviewer", undefined]) {
      const params = { person, verb: "erase" };
      const looked = await callAs({ role }, door, "GET /api/staff/persons/{person}", { params });
      const erased = await callAs({ role }, door, "POST /api/staff/persons/{person}/{verb}", { params });
      expect([looked.statusCode, erased.statusCode]).toEqual([403, 403]);
    }
    expect(said(await act(person, "rename"))).toMatchObject({ type: "unknown-verb" });
  });
});
