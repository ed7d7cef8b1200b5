import { openTable } from "../../shared/table/table.ts";
import { api } from "../edge/chain.ts";
import { environment, secret } from "../edge/environment.ts";
import { membershipRoutes } from "./routes.ts";

const env = environment("TABLE_NAME", "PERSON_KEY_SECRET_ID", "PUBLIC_ORIGIN");

export const handler = api(
  membershipRoutes({
    table: openTable(env.TABLE_NAME),
    origin: env.PUBLIC_ORIGIN,
    personKey: secret(env.PERSON_KEY_SECRET_ID),
    clock: () => new Date(),
  }),
);
