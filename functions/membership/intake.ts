import { join } from "node:path";
import { pictureDrawer } from "../../shared/pictures/drawer.ts";
import { pictureStore } from "../../shared/pictures/store.ts";
import { openTable } from "../../shared/table/table.ts";
import { api } from "../edge/chain.ts";
import { environment, personKey, secret } from "../edge/environment.ts";
import { intakeRoutes } from "./intake-routes.ts";
import { retentionOf } from "./surroundings.ts";

const env = environment(
  "TABLE_NAME",
  "LINK_SECRET_ID",
  "PUBLIC_ORIGIN",
  "PICTURES_BUCKET",
  "UNVERIFIED_DAYS",
  "DECLINED_DAYS",
);

/** The bundler puts them beside this file. */
const beside = (name: string) => join(import.meta.dirname, name);

export const handler = api(
  intakeRoutes({
    table: openTable(env.TABLE_NAME),
    origin: env.PUBLIC_ORIGIN,
    personKey: personKey(),
    linkSecret: secret(env.LINK_SECRET_ID),
    pictures: {
      draw: pictureDrawer({
        script: beside("draw-worker.mjs"),
        wasm: beside("index_bg.wasm"),
        font: beside("DejaVuSans-Bold.ttf"),
      }),
      store: pictureStore(env.PICTURES_BUCKET),
    },
    retention: retentionOf(env),
    clock: () => new Date(),
  }),
);
