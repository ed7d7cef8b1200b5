import { readFileSync } from "node:fs";

interface World {
  viewBox: string;
  /** By ISO 3166-1 alpha-2 code, the nameless rest under the empty one: an SVG path, see infra/local/world-dots.ts. */
  dots: Record<string, string>;
}

let read: World | undefined;

/** The world in dots. It lies beside this file, and beside the bundle, and is read when a map is first drawn. */
export function world(): World {
  read ??= JSON.parse(readFileSync(new URL("./world-dots.json", import.meta.url), "utf8")) as World;
  return read;
}
