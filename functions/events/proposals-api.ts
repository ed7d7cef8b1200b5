import { randomBytes } from "node:crypto";
import { openTable } from "../../shared/table/table.ts";
import { api } from "../edge/chain.ts";
import { environment, personKey } from "../edge/environment.ts";
import { proposalRoutes } from "./proposal-routes.ts";

const env = environment("TABLE_NAME", "PUBLIC_ORIGIN");

export const handler = api(
  proposalRoutes({
    table: openTable(env.TABLE_NAME),
    origin: env.PUBLIC_ORIGIN,
    personKey: personKey(),
    clock: () => new Date(),
    id: () => randomBytes(3).toString("hex"),
  }),
);
