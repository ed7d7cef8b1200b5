import { openTable } from "../../shared/table/table.ts";
import { api } from "../edge/chain.ts";
import { environment } from "../edge/environment.ts";
import { countsRoutes } from "./counts-routes.ts";
import { openDataRoutes } from "./open-data-routes.ts";

const env = environment("TABLE_NAME", "PUBLIC_ORIGIN");
const table = openTable(env.TABLE_NAME);
const clock = () => new Date();

export const handler = api({
  ...countsRoutes(table, clock),
  ...openDataRoutes({ table, origin: env.PUBLIC_ORIGIN, clock }),
});
