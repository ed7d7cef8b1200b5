import { openTable } from "../../shared/table/table.ts";
import { api } from "../edge/chain.ts";
import { environment, secret } from "../edge/environment.ts";
import { membershipStaffRoutes } from "./staff-routes.ts";
import { retention } from "./surroundings.ts";

const env = environment("TABLE_NAME", "PERSON_KEY_SECRET_ID");

export const handler = api(
  membershipStaffRoutes({
    table: openTable(env.TABLE_NAME),
    personKey: secret(env.PERSON_KEY_SECRET_ID),
    retention,
    clock: () => new Date(),
  }),
);
