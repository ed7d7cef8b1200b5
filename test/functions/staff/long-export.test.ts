import { randomBytes } from "node:crypto";
import { BatchWriteItemCommand } from "@aws-sdk/client-dynamodb";
import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import { api } from "../../../functions/edge/chain.ts";
import { pageLimits } from "../../../functions/staff/export-page.ts";
import { exportRoutes } from "../../../functions/staff/export-routes.ts";
import { putSampleData } from "../../../infra/local/sample-data.ts";
import { actsOn } from "../../../shared/table/audit.ts";
import { participationKey, personKey } from "../../../shared/table/keys.ts";
import { participationOf, registrantsPlace } from "../../../shared/table/participation.ts";
import { stored } from "../../../shared/table/table.ts";
import { day, makeScene, type Scene } from "../scene.ts";
import { askAs, type Door, nextOf } from "./ask.ts";

const many = 8_000;
const bytes = pageLimits.bytes / 10;
const registrants = "/api/staff/exports/registrants.csv?event=global-encryption-day-2027";

/** So many people who have registered: as one does, but stored at once. */
async function register(scene: Scene, people: number): Promise<void> {
  const first = await scene.join("the-first");
  const participation = await participationOf(scene.table, first, day);
  if (!participation) throw new Error("nobody has registered");
  const items = Array.from({ length: people - 1 }, (_, i) => {
    const person = randomBytes(18).toString("base64url");
    const at = new Date(Date.parse(participation.createdAt) + i).toISOString();
    return [
      { ...participation, ...participationKey(person, day), person, ...registrantsPlace(person, day, at) },
      {
        ...personKey(person),
        ...{ entity: "person", email: `person-${i}@example.org`, createdAt: at, changedAt: at },
        ...{
          askedOn: at.slice(0, 10),
          asksToday: 1,
          [`name@${day}`]: i % 100 === 0 ? `=HYPERLINK("${i}")` : `Zoë ${i}`,
        },
      },
    ];
  }).flat();
  const batches = Array.from({ length: Math.ceil(items.length / 25) }, (_, i) =>
    items.slice(i * 25, i * 25 + 25),
  );
  const worker = async () => {
    for (let batch = batches.pop(); batch; batch = batches.pop()) {
      const requests = batch.map((item) => ({ PutRequest: { Item: stored(item) } }));
      await scene.table.client.send(
        new BatchWriteItemCommand({ RequestItems: { [scene.table.name]: requests } }),
      );
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
}

it("gives thousands in pages, each person once, and goes on from any page as often as one likes", async () => {
  const scene = await makeScene();
  await putSampleData(scene.table);
  await register(scene, many);
  const door = api(exportRoutes(scene.table, () => new Date(), { ...pageLimits, bytes })) as unknown as Door;
  const pages: string[] = [];
  let rows = 0;
  for (let next: string | undefined = registrants; next; ) {
    const reply = await askAs("organizer", door, next);
    expect(reply.statusCode).toBe(200);
    // What Lambda may answer is 6 MB, as JSON of the text: twice the limit, of which this is a tenth.
    expect(JSON.stringify(reply.body).length).toBeLessThan(2 * bytes);
    if (pages.length === 1) {
      // The connection broke: the same page again is the same.
      expect((await askAs("organizer", door, next)).body).toBe(reply.body);
    }
    pages.push(reply.body ?? "");
    rows += Number(reply.headers?.["x-rows"]);
    next = nextOf(reply);
  }
  expect(pages.length).toBeGreaterThan(1);
  expect(rows).toBe(many);
  const read: Record<string, string>[] = parse(pages.join(""), { bom: true, columns: true });
  expect(new Set(read.map(({ email }) => email)).size).toBe(many);
  expect(read.filter(({ name }) => name?.startsWith("=")).length).toBe(0);
  expect(read.filter(({ name }) => name?.startsWith("'=")).length).toBe(many / 100);
  const acts = await actsOn(scene.table, "export.registrants");
  expect(acts.map(({ act }) => act).sort()).toEqual([
    "export",
    ...Array.from({ length: pages.length }, () => "export-continued"),
  ]);
}, 240_000);

it("ends a page where its time is over, and the next goes on from there", async () => {
  const scene = await makeScene();
  await putSampleData(scene.table);
  for (const person of ["ann", "bo", "cy"]) await scene.join(person);
  const door = api(exportRoutes(scene.table, () => new Date(), { ...pageLimits, ms: 0 })) as unknown as Door;
  let pages = 0;
  let rows = 0;
  for (let next: string | undefined = registrants; next; pages++) {
    const reply = await askAs("organizer", door, next);
    rows += Number(reply.headers?.["x-rows"]);
    next = nextOf(reply);
  }
  expect(rows).toBe(3);
  expect(pages).toBeGreaterThan(1);
});
