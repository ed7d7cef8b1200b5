import { scopeCache } from "../../shared/table/scope-cache.ts";
import { openTable } from "../../shared/table/table.ts";
import { api } from "../edge/chain.ts";
import { environment, secret } from "../edge/environment.ts";
import { signRoutes } from "./sign-routes.ts";

const env = environment("TABLE_NAME", "PERSON_KEY_SECRET_ID", "LINK_SECRET_ID", "PUBLIC_ORIGIN");
const table = openTable(env.TABLE_NAME);

export const handler = api(
  signRoutes({
    table,
    origin: env.PUBLIC_ORIGIN,
    personKey: secret(env.PERSON_KEY_SECRET_ID),
    linkSecret: secret(env.LINK_SECRET_ID),
    scope: scopeCache(table),
    clock: () => new Date(),
  }),
);
