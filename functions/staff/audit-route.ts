import { AuditList, AuditQuery } from "../../shared/contracts/audit.ts";
import { shifted } from "../../shared/domain/period.ts";
import { actsPage } from "../../shared/table/audit-list.ts";
import type { Table } from "../../shared/table/table.ts";
import type { Route } from "../edge/chain.ts";
import { check } from "../edge/check.ts";
import { cursorOf, readCursor } from "../edge/cursor.ts";
import { json } from "../edge/reply.ts";
import { staffMember, staffRoles } from "../edge/staff.ts";

/** How far back is looked, where nobody says it: days. All that was done to one subject is shown whenever it was. */
const lookedBack = 89;
const beginning = "2020-01-01";

/** What staff did: to one subject, or to anything, by anybody or one of them, of any kind or one, in a time. */
export function auditRoute({ table, clock }: { table: Table; clock: () => Date }): Route {
  return {
    async handle(asked) {
      staffMember(asked, ...staffRoles);
      const query = check(AuditQuery, asked.query);
      const { subject, who, act, to = clock().toISOString().slice(0, 10) } = query;
      const { from = subject === undefined ? shifted(to, -lookedBack) : beginning } = query;
      const list = `acts.${subject ?? ""}`;
      const page = await actsPage(
        table,
        { subject, who, act, from, to },
        { after: readCursor(query.cursor, list), limit: 50 },
      );
      return json(200, AuditList.parse({ items: page.items, next: cursorOf(page.next, list) }));
    },
  };
}
