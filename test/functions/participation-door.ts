import { api } from "../../functions/edge/chain.ts";
import { participationRoutes } from "../../functions/participation/routes.ts";
import { scopeCache } from "../../shared/table/scope-cache.ts";
import type { Table } from "../../shared/table/table.ts";

/** The function behind signups and the links of mails, on a table and with secrets of the test's own. */
export function participationDoor(table: Table, secrets: { personKey: string; linkSecret: string }) {
  return api(
    participationRoutes({
      table,
      origin: "http://localhost:3000",
      personKey: async () => secrets.personKey,
      linkSecret: async () => secrets.linkSecret,
      scope: scopeCache(table),
      clock: () => new Date(),
    }),
  );
}
