import { cpSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type BuildOptions, build, buildSync, type Metafile, type Plugin } from "esbuild";
import { forBrowsers } from "./assets.ts";

/** A bundle in ESM has no `require`; CommonJS inside it (nodemailer) still asks for Node's own modules by it. */
const requireForCommonJs =
  'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);';

/** Modules that others take the place of: what they do otherwise, no function needs (docs/adr/0006). */
const inPlaceOf: readonly [asked: RegExp, ours: string][] = [
  [/^@aws-sdk\/credential-provider-node$/, "credentials.ts"],
  [/^postcss$/, "no-styles.ts"],
  [/^\.\/mime-types\.js$/, "no-file-types.ts"],
  [/^(?:bowser|@smithy\/core\/event-streams)$/, "not-needed.ts"],
];

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

type Outputs = Metafile["outputs"];

/**
 * Bundles every function in one call of esbuild. Writes `<outdir>/<id>/index.mjs`, beside it what a function reads later,
 * and esbuild's metafile (what is in which bundle, in bytes) to `<outdir>/meta.json`.
 */
export async function bundleFunctions(request: BundleRequest): Promise<void> {
  const { root, outdir, entries } = request;
  rmSync(outdir, { recursive: true, force: true });
  const points = Object.entries(entries).map(([id, entry]) => ({
    in: join(root, entry),
    out: `${id}/index`,
  }));
  const { inputs, outputs } = await bundle(request, [...points, ...threadsOf(request)]);
  const later = Object.entries(entries).filter(([, entry]) => readsLater(inputs, outputOf(outputs, entry)));
  const parts = await Promise.all(later.map(([id, entry]) => bundleInParts(request, id, entry)));
  Object.assign(outputs, ...parts);
  for (const [id, files] of Object.entries(request.filesBeside ?? {})) {
    for (const file of files) cpSync(join(root, file), join(outdir, id, basename(file)));
  }
  putWorkers(request);
  putLanguages(request, outputs);
  writeFileSync(join(outdir, "meta.json"), JSON.stringify({ inputs, outputs }));
}

/** Alone, so that what it imports only when it needs it stands in files of its own, in its folder and in nobody else's. */
async function bundleInParts(request: BundleRequest, id: string, entry: string): Promise<Outputs> {
  const points = [{ in: join(request.root, entry), out: "index" }];
  const options = { splitting: true, outdir: join(request.outdir, id) };
  return (await bundle(request, points, options)).outputs;
}

async function bundle(
  { root, outdir, assetHash }: BundleRequest,
  entryPoints: { in: string; out: string }[],
  options: BuildOptions = {},
): Promise<Metafile> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints,
    outdir,
    bundle: true,
    platform: "node",
    target: "node24",
    format: "esm",
    outExtension: { ".js": ".mjs" },
    mainFields: ["module", "main"],
    plugins: [puttingOursInPlace(root)],
    minify: true,
    charset: "utf8",
    legalComments: "none",
    jsx: "automatic",
    jsxImportSource: "preact",
    banner: { js: requireForCommonJs },
    define: { "process.env.ASSET_HASH": JSON.stringify(assetHash) },
    logLevel: "warning",
    ...options,
    metafile: true,
  });
  return metafile;
}

function puttingOursInPlace(root: string): Plugin {
  return {
    name: "ours in place of what no function needs",
    setup({ onResolve }) {
      for (const [filter, ours] of inPlaceOf)
        onResolve({ filter }, () => ({ path: join(root, "functions/edge", ours) }));
    },
  };
}

function outputOf(outputs: Outputs, entry: string): Outputs[string] | undefined {
  return Object.values(outputs).find(({ entryPoint }) => entryPoint === entry);
}

/** Whether something of ours in a bundle imports a package only when it needs it. */
function readsLater(inputs: Metafile["inputs"], output: Outputs[string] | undefined): boolean {
  return Object.keys(output?.inputs ?? {}).some(
    (file) =>
      !file.includes("node_modules/") &&
      inputs[file]?.imports.some(({ kind, external }) => kind === "dynamic-import" && !external),
  );
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
function putLanguages({ root, outdir, entries }: BundleRequest, outputs: Outputs): void {
  const folder = join(root, "shared/locales");
  const languages = readdirSync(folder).filter((name) => name.endsWith(".json"));
  for (const [id, entry] of Object.entries(entries)) {
    const output = outputOf(outputs, entry);
    if (!output?.inputs[speaking]?.bytesInOutput) continue;
    for (const name of languages) cpSync(join(folder, name), join(outdir, id, name));
  }
}
