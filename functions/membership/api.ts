import { openTable } from "../../shared/table/table.ts";
import { api } from "../edge/chain.ts";
import { environment } from "../edge/environment.ts";
import { membershipRoutes } from "./routes.ts";

const env = environment("TABLE_NAME", "PUBLIC_ORIGIN");

export const handler = api(
  membershipRoutes({
    table: openTable(env.TABLE_NAME),
    origin: env.PUBLIC_ORIGIN,
    clock: () => new Date(),
  }),
);
