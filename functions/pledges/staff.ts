import { openTable } from "../../shared/table/table.ts";
import { api } from "../edge/chain.ts";
import { environment } from "../edge/environment.ts";
import { pledgesStaffRoutes } from "./staff-routes.ts";

const { TABLE_NAME } = environment("TABLE_NAME");

export const handler = api(pledgesStaffRoutes({ table: openTable(TABLE_NAME), clock: () => new Date() }));
