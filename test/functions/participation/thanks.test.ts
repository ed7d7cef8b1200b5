import type { Context } from "aws-lambda";
import { beforeEach, expect, it } from "vitest";
import { putSampleData } from "../../../infra/local/sample-data.ts";
import { linkToken } from "../../../shared/domain/link-token.ts";
import { apiEvent } from "../api-event.ts";
import { participationDoor } from "../participation-door.ts";
import { day, hashOf, makeScene, type Scene } from "../scene.ts";

const secrets = { personKey: "a key of the tests, which is long enough", linkSecret: "l".repeat(32) };

let scene: Scene;
let door: ReturnType<typeof participationDoor>;
beforeEach(async () => {
  scene = await makeScene();
  await putSampleData(scene.table);
  door = participationDoor(scene.table, secrets);
});

/** What the page of somebody's link shows as the number of people, and whether it looks again by itself. */
async function seenBy(name: string): Promise<{ people: string | undefined; looksAgain: boolean }> {
  const expires = Math.floor(Date.now() / 1000) + 86_400;
  const link = { purpose: "confirm", person: hashOf(name), subject: day, generation: 1, expires } as const;
  const token = linkToken(link, secrets.linkSecret);
  const { statusCode, body = "" } = await door(apiEvent("GET /confirm/{token}", { token }), {} as Context);
  expect(statusCode).toBe(200);
  const [, people] = /data-figure="people">([^<]*)</.exec(body) ?? [];
  return { people, looksAgain: body.includes('http-equiv="refresh"') };
}

it("shows who has just confirmed the count of a moment ago, and in it whoever looks again", async () => {
  await scene.signUp("ann");
  expect(await seenBy("ann")).toEqual({ people: undefined, looksAgain: false });
  await scene.confirm("ann");
  expect(await seenBy("ann")).toEqual({ people: "0", looksAgain: true });
  await scene.tally();
  expect(await seenBy("ann")).toEqual({ people: "1", looksAgain: false });
});

it("never shows whoever is counted a count without them, however many confirm in the same second", async () => {
  for (const name of ["ann", "ben"]) await scene.join(name);
  expect(await seenBy("ann")).toEqual({ people: "0", looksAgain: true });
  await scene.tally();
  expect(await seenBy("ben")).toEqual({ people: "2", looksAgain: false });
});
