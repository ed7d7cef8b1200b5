import { join } from "node:path";
import { type App, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import { buildAssets } from "./building-blocks/assets.ts";
import { bundleFunctions } from "./building-blocks/bundle.ts";
import { catalogue, filesBeside, threadsBeside, workersBeside } from "./catalogue.ts";
import { DataStack } from "./data.ts";
import type { Built } from "./foundation.ts";
import { ServiceStack } from "./service.ts";
import type { Stage } from "./stage.ts";

const root = join(import.meta.dirname, "..");

/** Builds what is deployed, into a folder: assets first, since the functions carry their hash. */
export async function build(folder: string): Promise<Built> {
  const bundles = join(folder, "functions");
  const assets = buildAssets(root, join(folder, "assets"));
  const beside = { filesBeside, threadsBeside, workersBeside };
  await bundleFunctions({ root, outdir: bundles, entries: catalogue, ...beside, assetHash: assets.hash });
  return { bundles, assets };
}

/** Both stacks of a stage, checked against the AWS Solutions rules wherever they go to AWS. */
export function coalition(app: App, stage: Stage, built: Built): { data: DataStack; service: ServiceStack } {
  if (!stage.isLocal) Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  const data = new DataStack(app, `coalition-${stage.name}-data`, stage);
  const service = new ServiceStack(app, `coalition-${stage.name}-service`, { stage, data, built });
  return { data, service };
}
