import { execFileSync } from "node:child_process";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { buildSync } from "esbuild";
import { expect, it } from "vitest";
import { bundleFunctions } from "../../infra/building-blocks/bundle.ts";
import { catalogue } from "../../infra/catalogue.ts";
import { localFolder, root } from "../../infra/local/paths.ts";
import { keepRow, median } from "./rows.ts";

const folder = join(localFolder, "bench-build");
const kb = (bytes: number) => Math.round(bytes / 1024);
const sizeOf = (file: string) => statSync(file).size;

/** The floor: the DynamoDB client with the commands that we use, bundled the same way. */
function bundleFloor(): string {
  const outfile = join(folder, "floor.mjs");
  const commands = "DynamoDBClient, GetItemCommand, PutItemCommand, UpdateItemCommand, QueryCommand";
  buildSync({
    stdin: { contents: `export { ${commands} } from "@aws-sdk/client-dynamodb";`, resolveDir: root },
    outfile,
    bundle: true,
    platform: "node",
    target: "node24",
    format: "esm",
    mainFields: ["module", "main"],
    minify: true,
    banner: { js: 'import { createRequire as r } from "node:module"; const require = r(import.meta.url);' },
  });
  return outfile;
}

/** The functions that render pages or mails, told by what is in their bundles. */
function renderingIn(outdir: string): Set<string> {
  const { outputs } = JSON.parse(readFileSync(join(outdir, "meta.json"), "utf8")) as {
    outputs: Record<string, { inputs: Record<string, unknown> }>;
  };
  const renders = Object.entries(outputs).filter(([, { inputs }]) =>
    Object.keys(inputs).some((name) => name.includes("node_modules/preact-render-to-string/")),
  );
  return new Set(renders.map(([file]) => basename(dirname(file))));
}

it("bundle sizes, and how long they take to import", { timeout: 600_000 }, async () => {
  await bundleFunctions({ root, outdir: join(folder, "functions"), entries: catalogue, assetHash: "bench" });
  const floor = bundleFloor();
  const rendering = renderingIn(join(folder, "functions"));
  const bundles = Object.keys(catalogue).map((id) => ({
    id,
    file: join(folder, "functions", id, "index.mjs"),
  }));
  const largest = (wanted: boolean) =>
    bundles
      .filter(({ id }) => rendering.has(id) === wanted)
      .map(({ id, file }) => ({ id, size: sizeOf(file) }))
      .reduce((a, b) => (b.size > a.size ? b : a));
  for (const [renders, budget, order] of [
    [false, 480, 7],
    [true, 600, 8],
  ] as const) {
    const { id, size } = largest(renders);
    keepRow(`bundle-${order}`, {
      order,
      what: renders ? "– of one that renders pages or mails" : "largest bundle of a function, minified",
      budget: `≤ ${budget} KB`,
      measured: `${kb(size)} KB`,
      how: `${id}; the DynamoDB client alone is ${kb(sizeOf(floor))} KB${renders ? "" : "; the public suffix list and what reads Markdown lie beside the bundles of those who need them, and are read then"}`,
    });
  }
  const ratio = importRatio(join(folder, "functions/participation-api/index.mjs"), floor);
  const counts = importRatio(join(folder, "functions/participation-counts/index.mjs"), floor);
  keepRow("import", {
    order: 9,
    what: "import time of the counts' bundle over the DynamoDB client alone",
    budget: "≤ 1.25×",
    measured: `${counts.toFixed(2)}×`,
    how: `medians of ${rounds} fresh processes each, taken in turns; participation-api, which renders: ${ratio.toFixed(2)}×`,
  });
  expect(ratio).toBeGreaterThan(0.5);
});

const rounds = 21;

function importRatio(bundle: string, floor: string): number {
  const timer = join(folder, "import.mjs");
  writeFileSync(
    timer,
    "const t = performance.now(); await import(process.argv[2]); console.log(performance.now() - t); process.exit();",
  );
  const time = (file: string) =>
    Number(
      execFileSync(process.execPath, [timer, file], {
        encoding: "utf8",
        env: { ...process.env, ...environment },
      })
        .trim()
        .split("\n")
        .at(-1),
    );
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let i = 0; i < rounds; i++) {
    ours.push(time(bundle));
    theirs.push(time(floor));
  }
  return median(ours) / median(theirs);
}

/** What an entry parses when it starts; nothing is reached. */
const environment = {
  STAGE: "local",
  TABLE_NAME: "none",
  PUBLIC_ORIGIN: "http://localhost",
  PERSON_KEY_SECRET_ID: "none",
  LINK_SECRET_ID: "none",
  PICTURES_BUCKET: "none",
  UNVERIFIED_DAYS: "7",
  DECLINED_DAYS: "180",
  AWS_REGION: "us-east-1",
};
