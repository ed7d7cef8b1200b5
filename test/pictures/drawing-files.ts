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

/** The same with what a function has beside it that takes photos too. */
export const photoFiles = {
  ...drawingFiles,
  jpeg: {
    decoder: resolve("@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm"),
    encoder: resolve("@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm"),
  },
} as const satisfies DrawingFiles;
