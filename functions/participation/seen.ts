import { scopeCache } from "../../shared/table/scope-cache.ts";
import { openTable } from "../../shared/table/table.ts";
import { api } from "../edge/chain.ts";
import { environment } from "../edge/environment.ts";
import { seenRoutes } from "./seen-routes.ts";

const env = environment("TABLE_NAME", "SEEN_ONE_IN");
const table = openTable(env.TABLE_NAME);

export const handler = api(
  seenRoutes({ table, scope: scopeCache(table), clock: () => new Date(), oneIn: env.SEEN_ONE_IN }),
);
