import { Worker } from "node:worker_threads";
import { logoSide } from "../domain/picture.ts";
import type { Drawing } from "./draw.ts";

/** Files that drawing needs, by their paths. */
export interface DrawingFiles {
  /** `draw-worker.ts`, or what the bundler made of it. */
  script: string;
  wasm: string;
  font: string;
  /** With them photos are taken too. */
  jpeg?: { decoder: string; encoder: string };
}

/** How large a picture is drawn (dots of its longer side at most), and how long that may take, in milliseconds. */
export interface Drawable {
  longest?: number;
  patience?: number;
}

export interface DrawingOrder extends Omit<DrawingFiles, "script"> {
  bytes: Uint8Array;
  longest: number;
}

/** Draws what was sent; never throws for what it is sent. */
export type Drawer = (bytes: Uint8Array) => Promise<Drawing>;

/** Milliseconds. A logo takes a tenth of a second; a few lines of SVG can ask for a minute. */
const within = 5000;
const memory = { maxOldGenerationSizeMb: 512 };

/** Draws each picture in a thread of its own, which is ended when it takes too long or too much. */
export function pictureDrawer(
  { script, ...files }: DrawingFiles,
  { longest = logoSide, patience = within }: Drawable = {},
): Drawer {
  return (bytes) => {
    const workerData: DrawingOrder = { bytes, longest, ...files };
    const worker = new Worker(script, { workerData, resourceLimits: memory, env: {} });
    const drawn = new Promise<Drawing>((resolve) => {
      const giveUp = () => resolve({ problem: "picture-is-too-complicated" });
      const timer = setTimeout(giveUp, patience);
      worker.once("message", resolve).once("error", giveUp).once("exit", giveUp);
      worker.once("exit", () => clearTimeout(timer));
    });
    return drawn.finally(() => void worker.terminate());
  };
}
