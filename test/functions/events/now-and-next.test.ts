import { beforeAll, expect, it } from "vitest";
import { pageRoutes } from "../../../functions/website/page-routes.ts";
import { putSampleData } from "../../../infra/local/sample-data.ts";
import type { Table } from "../../../shared/table/table.ts";
import { anEvent, freshTable } from "./a-campaign.ts";
import { request } from "./request.ts";

/** The campaign's page at moments of its day. */

const campaign = "global-encryption-day-2027";
/** Of the sample data; from noon on. */
const workshop = "Encryption workshop";
let table: Table;
beforeAll(async () => {
  table = await freshTable();
  await putSampleData(table);
  const hours = { morning: [8, 10], noon: [9, 13], evening: [18, 20], tomorrow: [36, 38] } as const;
  for (const [slug, times] of Object.entries(hours)) {
    const [startsAt = "", endsAt = ""] = times.map((hour) =>
      new Date(Date.UTC(2027, 9, 21, hour)).toISOString(),
    );
    await anEvent(table, {
      ...{ slug, title: { en: `The ${slug}` }, campaign: `campaign.${campaign}`, timeZone: "UTC" },
      ...{ startsAt, endsAt, starts: startsAt.slice(0, 16), ends: endsAt.slice(0, 16) },
    });
  }
});

/** What stands under “On now” and “Next” at an hour of the day; undefined where the page says nothing of it. */
async function shownAt(hour: number): Promise<{ now: string[]; next: string[] } | undefined> {
  const clock = () => new Date(Date.UTC(2027, 9, 21, hour, 30));
  const site = {
    origin: "https://example.org",
    staff: { client: "", signIn: "" },
    seenOneIn: 1,
    contact: "",
  };
  const routes = pageRoutes({ table, clock, ...site });
  const asked = request({ path: `/campaigns/${campaign}` });
  const { body = "" } = await routes["GET /{proxy+}"].handle(asked);
  const section = /<section class="now-and-next"[\s\S]*?<\/section>/.exec(body)?.[0];
  const [before = "", after] = section?.split("<h3>Next</h3>") ?? [];
  const titles = (html: string) =>
    [...html.matchAll(/The (?:morning|noon|evening|tomorrow)|Encryption workshop/g)].map(String);
  return section === undefined ? undefined : { now: titles(before), next: titles(after ?? "") };
}

it("says what is on and what comes within a day, and nothing when nothing does", async () => {
  expect(await shownAt(7)).toEqual({
    now: [],
    next: ["The morning", "The noon", workshop],
  });
  expect(await shownAt(9)).toEqual({ now: ["The morning", "The noon"], next: [workshop, "The evening"] });
  expect(await shownAt(12)).toEqual({ now: ["The noon", workshop], next: ["The evening", "The tomorrow"] });
  expect(await shownAt(19)).toEqual({ now: ["The evening"], next: ["The tomorrow"] });
  expect(await shownAt(40)).toBeUndefined();
  expect(await shownAt(-30)).toBeUndefined();
});
