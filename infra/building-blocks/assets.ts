import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type BuildOptions, buildSync } from "esbuild";

export interface BuiltAssets {
  /** Names the content: a page of one release never meets the script of another. */
  hash: string;
  /** The folder that holds `<hash>/<name>`; served as `/assets/<hash>/<name>`. */
  folder: string;
}

/**
 * Copies `web/assets/**`, its styles without their spaces and comments, and bundles each `web/islands/*.ts`, the staff
 * console (`staff.js`), and for other sites each `web/embeds/*.ts` (`embeds/*.js`), under a folder named by their hash.
 */
export function buildAssets(root: string, folder: string): BuiltAssets {
  const unnamed = join(folder, "unnamed");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(unnamed, { recursive: true });
  const still = join(root, "web/assets");
  cpSync(still, unnamed, { recursive: true, filter: (file) => !file.endsWith(".css") });
  minifyStyles(still, unnamed);
  bundleScripts(join(root, "web"), unnamed);
  const hash = hashOf(unnamed);
  renameSync(unnamed, join(folder, hash));
  return { hash, folder };
}

function minifyStyles(folder: string, outdir: string): void {
  const sheets = readdirSync(folder).filter((name) => name.endsWith(".css"));
  buildSync({
    entryPoints: sheets.map((name) => join(folder, name)),
    outdir,
    minify: true,
    logLevel: "warning",
  });
}

function bundleScripts(web: string, outdir: string): void {
  buildSync({
    ...forBrowsers,
    entryPoints: [
      ...scriptsIn(join(web, "islands"), ""),
      { in: join(web, "staff/console.tsx"), out: "staff" },
    ],
    outdir,
    format: "esm",
  });
  // On a page that is not ours a script is a plain one: it asks for no rights of its origin, and leaves no names behind.
  buildSync({
    ...forBrowsers,
    entryPoints: scriptsIn(join(web, "embeds"), "embeds/"),
    outdir,
    format: "iife",
  });
}

/** How scripts for browsers are made. */
export const forBrowsers = {
  bundle: true,
  platform: "browser",
  target: "es2022",
  minify: true,
  legalComments: "none",
  jsx: "automatic",
  jsxImportSource: "preact",
  logLevel: "warning",
} as const satisfies BuildOptions;

function scriptsIn(folder: string, under: string): { in: string; out: string }[] {
  const names = readdirSync(folder).filter((name) => /\.tsx?$/.test(name) && !name.endsWith(".d.ts"));
  return names.map((name) => ({ in: join(folder, name), out: under + name.replace(/\.tsx?$/, "") }));
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
