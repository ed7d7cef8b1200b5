import { scopeDetails } from "../../shared/table/scope.ts";
import { openTable } from "../../shared/table/table.ts";
import { api } from "../edge/chain.ts";
import { environment } from "../edge/environment.ts";
import { readRoutes } from "./read-routes.ts";

const env = environment("TABLE_NAME", "PUBLIC_ORIGIN");

const table = openTable(env.TABLE_NAME);

/** Read afresh: whoever has just published a text looks for it here. The CDN stands before it. */
const scope = (name: Parameters<typeof scopeDetails>[1]) => scopeDetails(table, name);

export const handler = api(readRoutes({ table, scope, origin: env.PUBLIC_ORIGIN, clock: () => new Date() }));
