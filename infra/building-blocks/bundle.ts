import { cpSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { buildSync } from "esbuild";
import { forBrowsers } from "./assets.ts";

/** A bundle in ESM has no `require`; CommonJS inside it (nodemailer) still asks for Node's own modules by it. */
const requireForCommonJs =
  'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);';

/** Packages that are put in the place of others: what they do otherwise, no function needs (docs/adr/0006). */
const inPlaceOf = {
  "@aws-sdk/credential-provider-node": "functions/edge/credentials.ts",
  postcss: "functions/edge/no-styles.ts",
};

export interface BundleRequest {
  root: string;
  outdir: string;
  /** Function id to entry file, relative to `root`. */
  entries: Readonly<Record<string, string>>;
  assetHash: string;
  /** Function id to files that lie beside its bundle, relative to `root`. */
  filesBeside?: Readonly<Record<string, readonly string[]>>;
  /** Function id to entry files of threads that it starts, relative to `root`; `<name>.mjs` beside its bundle. */
  threadsBeside?: Readonly<Record<string, readonly string[]>>;
  /** Function id to scripts that it hands to browsers under a path of its own, relative to `root`; `<name>.js` beside it. */
  workersBeside?: Readonly<Record<string, readonly string[]>>;
}

/**
 * Bundles every function in one call of esbuild, in this process: a process for each would cost seconds of each start.
 * Writes `<outdir>/<id>/index.mjs`, and esbuild's metafile (what is in which bundle, in bytes) to `<outdir>/meta.json`.
 */
export function bundleFunctions(request: BundleRequest): void {
  const { root, outdir, entries } = request;
  rmSync(outdir, { recursive: true, force: true });
  const result = buildSync({
    absWorkingDir: root,
    entryPoints: [
      ...Object.entries(entries).map(([id, entry]) => ({ in: join(root, entry), out: `${id}/index` })),
      ...threadsOf(request),
    ],
    outdir,
    bundle: true,
    platform: "node",
    target: "node24",
    format: "esm",
    outExtension: { ".js": ".mjs" },
    mainFields: ["module", "main"],
    alias: Object.fromEntries(Object.entries(inPlaceOf).map(([name, file]) => [name, join(root, file)])),
    minify: true,
    charset: "utf8",
    legalComments: "none",
    jsx: "automatic",
    jsxImportSource: "preact",
    banner: { js: requireForCommonJs },
    define: { "process.env.ASSET_HASH": JSON.stringify(request.assetHash) },
    metafile: true,
    logLevel: "warning",
  });
  for (const [id, files] of Object.entries(request.filesBeside ?? {})) {
    for (const file of files) cpSync(join(root, file), join(outdir, id, basename(file)));
  }
  putWorkers(request);
  putLanguages(request, result.metafile.outputs);
  writeFileSync(join(outdir, "meta.json"), JSON.stringify(result.metafile));
}

function threadsOf({ root, threadsBeside = {} }: BundleRequest): { in: string; out: string }[] {
  return Object.entries(threadsBeside).flatMap(([id, threads]) =>
    threads.map((entry) => ({ in: join(root, entry), out: `${id}/${basename(entry, ".ts")}` })),
  );
}

/** A service worker rules over the folder that it is served from: so it comes from its function, not from the assets. */
function putWorkers({ root, outdir, workersBeside = {} }: BundleRequest): void {
  for (const [id, scripts] of Object.entries(workersBeside))
    buildSync({
      ...forBrowsers,
      entryPoints: scripts.map((script) => join(root, script)),
      outdir: join(outdir, id),
      format: "iife",
    });
}

const speaking = "shared/locales/speak.ts";

/** The languages that are read when they are first spoken, beside every function that may speak them. */
function putLanguages(
  { root, outdir, entries }: BundleRequest,
  outputs: Record<string, { entryPoint?: string; inputs: Record<string, { bytesInOutput: number }> }>,
): void {
  const folder = join(root, "shared/locales");
  const languages = readdirSync(folder).filter((name) => name.endsWith(".json"));
  for (const [id, entry] of Object.entries(entries)) {
    const output = Object.values(outputs).find(({ entryPoint }) => entryPoint === entry);
    if (!output?.inputs[speaking]?.bytesInOutput) continue;
    for (const name of languages) cpSync(join(folder, name), join(outdir, id, name));
  }
}
