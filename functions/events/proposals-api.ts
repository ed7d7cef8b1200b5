import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { photoSide } from "../../shared/domain/picture.ts";
import { pictureDrawer } from "../../shared/pictures/drawer.ts";
import { pictureStore } from "../../shared/pictures/store.ts";
import { openTable } from "../../shared/table/table.ts";
import { api } from "../edge/chain.ts";
import { environment, personKey, secret } from "../edge/environment.ts";
import { pictureRoutes } from "./picture-routes.ts";

const env = environment("TABLE_NAME", "PUBLIC_ORIGIN", "LINK_SECRET_ID", "PICTURES_BUCKET");

/** The bundler puts them beside this file. */
const beside = (name: string) => join(import.meta.dirname, name);

export const handler = api(
  pictureRoutes({
    table: openTable(env.TABLE_NAME),
    origin: env.PUBLIC_ORIGIN,
    personKey: personKey(),
    linkSecret: secret(env.LINK_SECRET_ID),
    pictures: {
      draw: pictureDrawer(
        {
          script: beside("draw-worker.mjs"),
          wasm: beside("index_bg.wasm"),
          font: beside("DejaVuSans-Bold.ttf"),
          jpeg: { decoder: beside("mozjpeg_dec.wasm"), encoder: beside("mozjpeg_enc.wasm") },
        },
        { longest: photoSide },
      ),
      store: pictureStore(env.PICTURES_BUCKET),
    },
    clock: () => new Date(),
    id: () => randomBytes(3).toString("hex"),
  }),
);
