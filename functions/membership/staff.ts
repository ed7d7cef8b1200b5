import { openTable } from "../../shared/table/table.ts";
import { api } from "../edge/chain.ts";
import { environment } from "../edge/environment.ts";
import { membershipStaffRoutes } from "./staff-routes.ts";
import { retention } from "./surroundings.ts";

const env = environment("TABLE_NAME");

export const handler = api(
  membershipStaffRoutes({ table: openTable(env.TABLE_NAME), retention, clock: () => new Date() }),
);
