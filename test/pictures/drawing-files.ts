import { createRequire } from "node:module";
import { join } from "node:path";
import type { DrawingFiles } from "../../shared/pictures/drawer.ts";

const { resolve } = createRequire(import.meta.url);

/** What the bundler puts beside a function that draws, where it lies here. */
export const drawingFiles: DrawingFiles = {
  script: join(import.meta.dirname, "../../shared/pictures/draw-worker.ts"),
  wasm: resolve("@resvg/resvg-wasm/index_bg.wasm"),
  font: resolve("dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf"),
};
