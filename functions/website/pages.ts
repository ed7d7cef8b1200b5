import { openTable } from "../../shared/table/table.ts";
import { api } from "../edge/chain.ts";
import { environment } from "../edge/environment.ts";
import { pageRoutes } from "./page-routes.ts";

const env = environment("TABLE_NAME", "PUBLIC_ORIGIN", "REPLY_ADDRESS");

export const handler = api(
  pageRoutes({
    table: openTable(env.TABLE_NAME),
    origin: env.PUBLIC_ORIGIN,
    contact: env.REPLY_ADDRESS,
    clock: () => new Date(),
  }),
);
