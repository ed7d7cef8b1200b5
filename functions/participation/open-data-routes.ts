import {
  licence,
  OpenDataList,
  OpenDataQuery,
  OpenDay,
  type OpenScope,
} from "../../shared/contracts/open-data.ts";
import type { RouteKey } from "../../shared/contracts/routes.ts";
import { NotFound } from "../../shared/domain/refused.ts";
import { openDay, openDays } from "../../shared/table/open-data.ts";
import type { Table } from "../../shared/table/table.ts";
import type { Routes } from "../edge/chain.ts";
import { check } from "../edge/check.ts";
import { cursorOf, readCursor } from "../edge/cursor.ts";
import { tagged } from "../edge/tagged.ts";
import { figuresSoFar } from "./open-data-day.ts";

type OpenDataRoute = Extract<RouteKey<"participation-counts">, `GET /api/open-data${string}`>;

interface Surroundings {
  table: Table;
  origin: string;
  clock: () => Date;
}

const listed = 100;

/** Open data: a list that says what it is, and one file for each day, as CSV and as JSON. */
export function openDataRoutes({ table, origin, clock }: Surroundings): Routes<OpenDataRoute> {
  const today = () => clock().toISOString().slice(0, 10);
  return {
    "GET /api/open-data": {
      async handle(asked) {
        const { cursor } = check(OpenDataQuery, asked.query);
        const days = await openDays(table, { before: readCursor(cursor, "open-data"), limit: listed });
        const next = days.length === listed ? days.at(-1) : undefined;
        const all = cursor === undefined ? [today(), ...days] : days;
        const items = all.map((day) => fileOf(origin, day, day < today()));
        const list = OpenDataList.parse({ ...description, items, next: cursorOf(next, "open-data") });
        return tagged(asked, {
          body: JSON.stringify(list),
          headers: headersOf("application/json", changing),
        });
      },
    },
    "GET /api/open-data/{file}": {
      async handle(asked) {
        const { day, form } = fileIn(asked.params.file ?? "");
        const final = day < today();
        const scopes = final ? await openDay(table, day) : day === today() ? await figuresSoFar(table) : [];
        if (scopes.length === 0) throw new NotFound();
        const file = OpenDay.parse({ day, final, licence, scopes });
        const headers = {
          ...headersOf(form === "csv" ? "text/csv" : "application/json", final ? settled : changing),
          "content-disposition": `inline; filename="counts-${day}.${form}"`,
          link: `<${licence.url}>; rel="license", <${origin}/api/open-data>; rel="describedby"`,
        };
        return tagged(asked, { body: form === "csv" ? csvOf(day, scopes) : JSON.stringify(file), headers });
      },
    },
  };
}

const changing = "public, max-age=60, stale-while-revalidate=600, stale-if-error=86400";
const settled = "public, max-age=86400, stale-if-error=604800";

function headersOf(type: string, caching: string): Record<string, string> {
  return {
    "content-type": `${type}; charset=utf-8`,
    "cache-control": caching,
    "access-control-allow-origin": "*",
    "cross-origin-resource-policy": "cross-origin",
  };
}

function fileOf(origin: string, day: string, final: boolean) {
  const at = `${origin}/api/open-data/${day}`;
  return { day, final, csv: `${at}.csv`, json: `${at}.json` };
}

function fileIn(name: string): { day: string; form: string } {
  const [, day, form] = /^(\d{4}-\d\d-\d\d)\.(csv|json)$/.exec(name) ?? [];
  if (day === undefined || form === undefined) throw new NotFound();
  return { day, form };
}

const columns = [
  { name: "day", description: "The day, UTC. All figures are running totals at its end." },
  { name: "scope", description: "What was counted: coalition, or a kind and a name joined by a dot." },
  {
    name: "country",
    description: "ISO 3166-1 alpha-2, or other; empty in the line of all countries together.",
  },
  { name: "people", description: "Distinct confirmed people. By country: rounded, see the description." },
  { name: "actions", description: "Confirmed participations; in the line of all countries only." },
  {
    name: "reported",
    description:
      "Attendance that organizers reported, in neither of the two; in the line of all countries only.",
  },
];

const description = {
  title: "Counts of the Global Encryption Coalition, day by day",
  description:
    "People and actions of the coalition, its campaigns, events, pledges and statements at the end of each day (UTC). " +
    "A country is named from ten people on and rounded down to a multiple of five; what is not named comes to five at " +
    "least and stands in other, with those who gave no country. The file of a day that is over does not change.",
  licence,
  columns,
};

/** Names of scopes and countries hold no sign that CSV would have to quote. */
function csvOf(day: string, scopes: readonly OpenScope[]): string {
  const rows = scopes.flatMap(({ scope, people, actions, reported, by }) => [
    [day, scope, "", people, actions, reported],
    ...Object.entries(by.country).map(([country, n]) => [day, scope, country, n, "", ""]),
  ]);
  return [columns.map(({ name }) => name), ...rows].map((row) => `${row.join(",")}\r\n`).join("");
}
