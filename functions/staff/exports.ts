import { openTable } from "../../shared/table/table.ts";
import { api } from "../edge/chain.ts";
import { environment } from "../edge/environment.ts";
import { exportRoutes } from "./export-routes.ts";

export const handler = api(exportRoutes(openTable(environment("TABLE_NAME").TABLE_NAME), () => new Date()));
