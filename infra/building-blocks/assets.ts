import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";

export interface BuiltAssets {
  /** Names the content: a page of one release never meets the script of another. */
  hash: string;
  /** The folder that holds `<hash>/<name>`; served as `/assets/<hash>/<name>`. */
  folder: string;
}

/**
 * Copies `web/assets/**` and bundles each `web/islands/*.ts` and the staff console (`staff.js`) for browsers, under a
 * folder named by their hash.
 */
export function buildAssets(root: string, folder: string): BuiltAssets {
  const unnamed = join(folder, "unnamed");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(unnamed, { recursive: true });
  const still = join(root, "web/assets");
  if (existsSync(still)) cpSync(still, unnamed, { recursive: true });
  bundleScripts(join(root, "web"), unnamed);
  const hash = hashOf(unnamed);
  renameSync(unnamed, join(folder, hash));
  return { hash, folder };
}

function bundleScripts(web: string, outdir: string): void {
  const islands = join(web, "islands");
  if (!existsSync(islands)) return;
  const entries = readdirSync(islands).filter((name) => /\.tsx?$/.test(name) && !name.endsWith(".d.ts"));
  buildSync({
    entryPoints: [
      ...entries.map((name) => ({ in: join(islands, name), out: name.replace(/\.tsx?$/, "") })),
      { in: join(web, "staff/console.tsx"), out: "staff" },
    ],
    outdir,
    bundle: true,
    platform: "browser",
    target: "es2022",
    format: "esm",
    minify: true,
    legalComments: "none",
    jsx: "automatic",
    jsxImportSource: "preact",
    logLevel: "warning",
  });
}

function hashOf(folder: string): string {
  const hash = createHash("sha256");
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const name of names)
    hash.update(name.slice(folder.length)).update("\0").update(readFileSync(name)).update("\0");
  return hash.digest("hex").slice(0, 16);
}
