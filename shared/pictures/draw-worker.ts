import { readFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { initWasm } from "@resvg/resvg-wasm";
import { draw } from "./draw.ts";
import type { DrawingOrder } from "./drawer.ts";
import { jpegCodecs } from "./photo.ts";

/** A thread that draws one picture and says what came of it. */
const { bytes, wasm, font, jpeg, longest } = workerData as DrawingOrder;
await initWasm(readFileSync(wasm));
const codecs = jpeg && (await jpegCodecs(readFileSync(jpeg.decoder), readFileSync(jpeg.encoder)));
parentPort?.postMessage(await draw(bytes, { font: readFileSync(font), longest, jpeg: codecs }));
