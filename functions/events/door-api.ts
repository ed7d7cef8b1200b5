import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openTable } from "../../shared/table/table.ts";
import { api } from "../edge/chain.ts";
import { environment, secret } from "../edge/environment.ts";
import { doorRoutes } from "./door-routes.ts";

const env = environment("TABLE_NAME", "LINK_SECRET_ID", "PUBLIC_ORIGIN");

export const handler = api(
  doorRoutes({
    table: openTable(env.TABLE_NAME),
    origin: env.PUBLIC_ORIGIN,
    linkSecret: secret(env.LINK_SECRET_ID),
    clock: () => new Date(),
    id: randomUUID,
    // The bundler puts it beside this file.
    worker: () => readFileSync(join(import.meta.dirname, "door.js"), "utf8"),
  }),
);
