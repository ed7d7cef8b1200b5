import { randomUUID } from "node:crypto";
import { openTable } from "../../shared/table/table.ts";
import { api } from "../edge/chain.ts";
import { environment } from "../edge/environment.ts";
import { campaignRoutes } from "./campaign-routes.ts";

const table = openTable(environment("TABLE_NAME").TABLE_NAME);

export const handler = api(campaignRoutes({ table, clock: () => new Date(), id: randomUUID }));
