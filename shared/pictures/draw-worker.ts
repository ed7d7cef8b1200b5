import { readFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { initWasm } from "@resvg/resvg-wasm";
import { draw } from "./draw.ts";
import type { DrawingOrder } from "./drawer.ts";

/** A thread that draws one picture and says what came of it. */
const { bytes, wasm, font } = workerData as DrawingOrder;
await initWasm(readFileSync(wasm));
parentPort?.postMessage(draw(bytes, readFileSync(font)));
