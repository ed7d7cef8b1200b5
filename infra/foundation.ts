import type { Duration } from "aws-cdk-lib";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import type { Construct } from "constructs";
import type { BuiltAssets } from "./building-blocks/assets.ts";
import { HouseFunction } from "./building-blocks/house-function.ts";
import type { PublicApi } from "./building-blocks/public-api.ts";
import type { FunctionId } from "./catalogue.ts";
import type { DataStack } from "./data.ts";
import type { Stage } from "./stage.ts";

/** What was made on disk before the first construct. */
export interface Built {
  /** Folder of bundled functions, `<id>/index.mjs`. */
  bundles: string;
  assets: BuiltAssets;
}

/** What every capability stands on. */
export interface Foundation {
  stage: Stage;
  data: DataStack;
  built: Built;
  api: PublicApi;
  alarms: ITopic;
  /** Where the public reaches us; a token where the CDN names itself. */
  origin: string;
}

export interface FunctionWishes {
  environment?: Record<string, string>;
  timeout?: Duration;
  /** Nobody waits for its answer. */
  background?: boolean;
  /** The construct's id, where one entry is deployed twice. */
  id?: string;
}

/** Makes the function of the catalogue, with the environment that all have. */
export function makeFunction(
  scope: Construct,
  { ground, entry }: { ground: Foundation; entry: FunctionId },
  wishes: FunctionWishes = {},
): HouseFunction {
  return new HouseFunction(scope, wishes.id ?? entry, {
    entry,
    bundles: ground.built.bundles,
    ...(wishes.timeout && { timeout: wishes.timeout }),
    ...(wishes.background && { background: true }),
    environment: {
      STAGE: ground.stage.name,
      TABLE_NAME: ground.data.table.tableName,
      PUBLIC_ORIGIN: ground.origin,
      ...(ground.stage.ignoreDotsAt && { IGNORE_DOTS_AT: ground.stage.ignoreDotsAt }),
      ...wishes.environment,
    },
  });
}
