import { openTable } from "../../shared/table/table.ts";
import { api } from "../edge/chain.ts";
import { environment } from "../edge/environment.ts";
import { pageRoutes } from "./page-routes.ts";

const env = environment(
  "TABLE_NAME",
  "PUBLIC_ORIGIN",
  "STAFF_CLIENT_ID",
  "STAFF_SIGN_IN_URL",
  "REPLY_ADDRESS",
  "SEEN_ONE_IN",
);

export const handler = api(
  pageRoutes({
    table: openTable(env.TABLE_NAME),
    origin: env.PUBLIC_ORIGIN,
    clock: () => new Date(),
    staff: { client: env.STAFF_CLIENT_ID, signIn: env.STAFF_SIGN_IN_URL },
    contact: env.REPLY_ADDRESS,
    seenOneIn: env.SEEN_ONE_IN,
  }),
);
