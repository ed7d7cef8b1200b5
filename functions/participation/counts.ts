import { openTable } from "../../shared/table/table.ts";
import { api } from "../edge/chain.ts";
import { environment } from "../edge/environment.ts";
import { countsRoutes } from "./counts-routes.ts";

const table = openTable(environment("TABLE_NAME").TABLE_NAME);

export const handler = api(countsRoutes(table, () => new Date()));
