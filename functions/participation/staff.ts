import { randomUUID } from "node:crypto";
import { scopeCache } from "../../shared/table/scope-cache.ts";
import { openTable } from "../../shared/table/table.ts";
import { api } from "../edge/chain.ts";
import { environment, personKey } from "../edge/environment.ts";
import { personRoutes } from "./staff-routes.ts";

const env = environment("TABLE_NAME");
const table = openTable(env.TABLE_NAME);

export const handler = api(
  personRoutes({
    table,
    personKey: personKey(),
    scope: scopeCache(table),
    clock: () => new Date(),
    id: randomUUID,
  }),
);
