import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openTable } from "../../shared/table/table.ts";
import { api } from "../edge/chain.ts";
import { environment } from "../edge/environment.ts";
import { pictureRoutes } from "./picture-routes.ts";
import { pngRenderer } from "./png.ts";

/** The bundler puts them beside this file. */
const beside = (name: string) => readFileSync(join(import.meta.dirname, name));

export const handler = api(
  pictureRoutes({
    table: openTable(environment("TABLE_NAME").TABLE_NAME),
    png: pngRenderer({ wasm: beside("index_bg.wasm"), font: beside("DejaVuSans-Bold.ttf") }),
  }),
);
