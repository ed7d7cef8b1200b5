import { beforeAll, describe, expect, it } from "vitest";
import { api } from "../../../functions/edge/chain.ts";
import type { Reply } from "../../../functions/edge/reply.ts";
import { csvOf } from "../../../functions/staff/csv.ts";
import { exportRoutes } from "../../../functions/staff/export-routes.ts";
import { putSampleData } from "../../../infra/local/sample-data.ts";
import { actsOn } from "../../../shared/table/audit.ts";
import { participantsPage } from "../../../shared/table/participants.ts";
import { day, hashOf, makeScene, type Scene, somebody } from "../scene.ts";
import { askAs, type Door, nextOf } from "./ask.ts";

const registrants = "/api/staff/exports/registrants.csv?event=global-encryption-day-2027";
let scene: Scene;
let door: Door;
beforeAll(async () => {
  scene = await makeScene();
  await putSampleData(scene.table);
  door = api(exportRoutes(scene.table, () => new Date())) as unknown as Door;
});

/** Every page of a file, put one behind the other. */
async function whole(role: string, address: string): Promise<{ text: string; pages: number }> {
  let text = "";
  let pages = 0;
  for (let next: string | undefined = address; next; pages++) {
    const reply: Reply = await askAs(role, door, next);
    expect(reply.statusCode).toBe(200);
    text += reply.body;
    next = nextOf(reply);
  }
  return { text, pages };
}

describe("an export", () => {
  it("holds everybody who confirmed, with their names and addresses, and nobody else", async () => {
    const [joined, left, asked] = [somebody(), somebody(), somebody()];
    await scene.join(joined);
    await scene.join(left);
    await scene.withdraw(left);
    await scene.signUp(asked);
    const { text } = await whole("organizer", registrants);
    expect(text.startsWith("\ufeffname,email,state,")).toBe(true);
    expect(text).toContain(`${joined}@example.org,confirmed,CH,en,`);
    expect(text).not.toContain(left);
    expect(text).not.toContain(asked);
    expect(text.endsWith("\r\n")).toBe(true);
  });

  it("is given to roles that may have it, and to nobody else", async () => {
    for (const role of [undefined, "reviewer", "somebody"])
      expect((await askAs(role, door, registrants)).statusCode).toBe(403);
    const members = "/api/staff/exports/members.csv";
    expect((await askAs("organizer", door, members)).statusCode).toBe(403);
    expect((await askAs("reviewer", door, members)).statusCode).toBe(200);
    expect((await askAs("admin", door, registrants)).statusCode).toBe(200);
    expect((await askAs("reviewer", door, "/api/staff/exports/counts.csv")).statusCode).toBe(200);
  });

  it("is noted in the audit list: who, when, of what; nobody who is refused gets that far", async () => {
    const before = await actsOn(scene.table, "export.registrants");
    await askAs("reviewer", door, registrants);
    await askAs("organizer", door, registrants);
    const [newest, ...rest] = await actsOn(scene.table, "export.registrants");
    expect(rest).toHaveLength(before.length);
    expect(newest).toMatchObject({ who: "the-organizer", act: "export", to: day });
  });

  it("refuses an unknown event, and a cursor that is not one of this file's", async () => {
    const unknown = await askAs("organizer", door, "/api/staff/exports/registrants.csv?event=nowhere");
    expect(JSON.parse(unknown.body ?? "")).toMatchObject({ type: "unknown-scope", status: 404 });
    const other = Buffer.from(JSON.stringify({ of: "event.other", after: "{}" })).toString("base64url");
    const made = Buffer.from(JSON.stringify({ of: day, after: "{}" })).toString("base64url");
    for (const cursor of [other, made, "nonsense", "%00"]) {
      const reply = await askAs("organizer", door, `${registrants}&cursor=${cursor}`);
      expect(JSON.parse(reply.body ?? "")).toMatchObject({
        type: "invalid-request",
        errors: [{ pointer: "/cursor" }],
      });
    }
  });

  it("asks for a pledge or a statement, and not for both or none", async () => {
    const path = "/api/staff/exports/signatures.csv";
    expect((await askAs("organizer", door, path)).statusCode).toBe(400);
    expect((await askAs("organizer", door, `${path}?pledge=make-the-switch&statement=2027`)).statusCode).toBe(
      400,
    );
    const reply = await askAs("organizer", door, `${path}?statement=2027`);
    expect(reply.body).toContain("organization kind,website,shown,text version");
  });
});

it("reads lists of any length place after place, each person once, and goes on where it was", async () => {
  const people = await Promise.all(Array.from({ length: 40 }, () => scene.join(somebody())));
  const seen: string[] = [];
  const asked = { scope: day, lists: [day, `${day}.waiting`], limit: 2 };
  let after: Parameters<typeof participantsPage>[1]["after"];
  do {
    const first = await participantsPage(scene.table, { ...asked, after });
    const again = await participantsPage(scene.table, { ...asked, after });
    expect(again).toEqual(first);
    seen.push(...first.items.map(({ participation }) => participation.person));
    after = first.next;
  } while (after);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toEqual(expect.arrayContaining(people));
  expect(seen).not.toContain(hashOf("nobody"));
});

it("writes no cell that a spreadsheet would run, and quotes what would break a line", () => {
  const text = csvOf(
    [["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", 'a "b"', "c,d", "e\nf", 5, undefined, "Zoë"]],
    {
      first: true,
    },
  );
  expect(text).toBe(`\ufeff'=1+1,'+1,'-1,'@x,'\t=1,"'\r=1","a ""b""","c,d","e\nf",5,,Zoë\r\n`);
});
