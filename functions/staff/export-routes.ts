import { randomUUID } from "node:crypto";
import {
  CountsExportQuery,
  MembersExportQuery,
  RegistrantsQuery,
  SignaturesQuery,
} from "../../shared/contracts/exports.ts";
import type { RouteKey } from "../../shared/contracts/routes.ts";
import { periodOf } from "../../shared/domain/period.ts";
import { UnknownScope } from "../../shared/domain/refused.ts";
import { type ActionScope, actionScope } from "../../shared/domain/scope.ts";
import { noteAct } from "../../shared/table/audit.ts";
import { scopeDetails } from "../../shared/table/scope.ts";
import type { Table } from "../../shared/table/table.ts";
import type { Asked } from "../edge/asked.ts";
import type { Routes } from "../edge/chain.ts";
import { check } from "../edge/check.ts";
import { cursorOf, readCursor } from "../edge/cursor.ts";
import type { Reply } from "../edge/reply.ts";
import { type StaffMember, type StaffRole, staffMember, staffRoles } from "../edge/staff.ts";
import { countRows } from "./count-rows.ts";
import { exportPage, type PageLimits, pageLimits, type Rows } from "./export-page.ts";
import { memberRows } from "./member-rows.ts";
import { registrantRows, signatureRows } from "./participant-rows.ts";

/** What is exported: which file, of what, and its rows. */
interface Wanted {
  name: string;
  of: string;
  cursor: string | undefined;
  rows: Rows;
}

/** Files for spreadsheets, in pages; every page that is given out is noted in the audit list first. */
export function exportRoutes(
  table: Table,
  clock: () => Date,
  limits = pageLimits,
): Routes<RouteKey<"staff-exports">> {
  const file = (roles: readonly StaffRole[], wanted: (asked: Asked) => Promise<Wanted> | Wanted) => ({
    async handle(asked: Asked): Promise<Reply> {
      const who = staffMember(asked, ...roles);
      return give(table, { asked, who, limits, now: clock() }, await wanted(asked));
    },
  });
  return {
    "GET /api/staff/exports/registrants.csv": file(["organizer"], async ({ query }) => {
      const { event, cursor } = check(RegistrantsQuery, query);
      const scope = await known(table, actionScope("event", event));
      return { name: "registrants", of: scope, cursor, rows: registrantRows(table, scope) };
    }),
    "GET /api/staff/exports/signatures.csv": file(["organizer"], async ({ query }) => {
      const { pledge, statement, cursor } = check(SignaturesQuery, query);
      const wanted = pledge ? actionScope("pledge", pledge) : actionScope("statement", statement ?? "");
      const scope = await known(table, wanted);
      return { name: "signatures", of: scope, cursor, rows: signatureRows(table, scope) };
    }),
    "GET /api/staff/exports/members.csv": file(["reviewer"], ({ query }) => {
      const { state, cursor } = check(MembersExportQuery, query);
      return { name: "members", of: state, cursor, rows: memberRows(table, state) };
    }),
    "GET /api/staff/exports/counts.csv": file(staffRoles, ({ query }) => {
      const { cursor, ...period } = check(CountsExportQuery, query);
      const now = clock();
      return { name: "counts", of: "all", cursor, rows: countRows(table, periodOf(period, now), now) };
    }),
  };
}

interface Asking {
  asked: Asked;
  who: StaffMember;
  limits: PageLimits;
  now: Date;
}

/** Noted before anything is read: what could not be noted is not given out. */
async function give(table: Table, { asked, who, limits, now }: Asking, wanted: Wanted): Promise<Reply> {
  const { name, of, cursor, rows } = wanted;
  const list = `${name}.${of}`;
  const after = readCursor(cursor, list);
  const act = after === undefined ? "export" : "export-continued";
  await noteAct(
    table,
    { subject: `export.${name}`, who: who.id, act, to: of },
    { at: now, id: randomUUID() },
  );
  const page = await exportPage(rows, after, limits);
  const next = cursorOf(page.next, list);
  const filename = `${name}-${of.replaceAll(".", "-")}-${now.toISOString().slice(0, 10)}.csv`;
  return {
    statusCode: 200,
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${filename}"`,
      "cache-control": "no-store",
      "x-rows": String(page.rows),
      ...(next && { link: `<${linkTo(asked, next)}>; rel="next"` }),
    },
    body: page.text,
  };
}

function linkTo({ path, query }: Asked, cursor: string): string {
  return `${path}?${new URLSearchParams({ ...query, cursor })}`;
}

async function known(table: Table, scope: ActionScope): Promise<ActionScope> {
  if (!(await scopeDetails(table, scope))) throw new UnknownScope(scope);
  return scope;
}
