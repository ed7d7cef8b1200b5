import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { localFolder } from "../../infra/local/paths.ts";

/** One row of docs/benchmarks.md. */
export interface Row {
  /** Place in the table. */
  order: number;
  what: string;
  budget: string;
  measured: string;
  how: string;
  /** For what is computed from it. */
  value?: number;
}

const folder = join(localFolder, "bench");

export function keepRow(name: string, row: Row): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(row));
}

export function keptRows(): Map<string, Row> {
  mkdirSync(folder, { recursive: true });
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  return new Map(
    files.map((file) => [
      file.replace(/\.json$/, ""),
      JSON.parse(readFileSync(join(folder, file), "utf8")) as Row,
    ]),
  );
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
