import { openTable } from "../../shared/table/table.ts";
import { api } from "../edge/chain.ts";
import { environment, personKey } from "../edge/environment.ts";
import { membershipStaffRoutes } from "./staff-routes.ts";
import { retention } from "./surroundings.ts";

const env = environment("TABLE_NAME");

export const handler = api(
  membershipStaffRoutes({
    table: openTable(env.TABLE_NAME),
    personKey: personKey(),
    retention,
    clock: () => new Date(),
  }),
);
