import { randomUUID } from "node:crypto";
import { openTable } from "../../shared/table/table.ts";
import { api } from "../edge/chain.ts";
import { environment } from "../edge/environment.ts";
import { peopleRoutes } from "./people-routes.ts";
import { openPool } from "./staff-pool.ts";

const env = environment("TABLE_NAME", "STAFF_POOL_ID");

export const handler = api(
  peopleRoutes({
    pool: openPool(env.STAFF_POOL_ID),
    table: openTable(env.TABLE_NAME),
    clock: () => new Date(),
    id: randomUUID,
  }),
);
