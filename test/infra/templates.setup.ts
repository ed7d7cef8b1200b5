import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { App } from "aws-cdk-lib";
import type { TestProject } from "vitest/node";
import { catalogue } from "../../infra/catalogue.ts";
import { coalition } from "../../infra/coalition.ts";
import type { Built } from "../../infra/foundation.ts";
import { localFolder } from "../../infra/local/paths.ts";
import { readStage } from "../../infra/stage.ts";
import type { Resource, StageTemplates } from "./templates.ts";

/** Makes the templates once for all tests of them: CDK takes seconds to load, and each file of tests would load it again. */
export default function makeTemplates(project: TestProject): void {
  project.provide("templates", {
    prod: templatesOf({ stage: "prod" }),
    atOurDomain: templatesOf({
      stage: "prod",
      senderDomain: "mail.example.org",
      domain: "act.example.org",
      ignoreDotsAt: "gmail.com,googlemail.com",
      certificate: "arn:aws:acm:us-east-1:111111111111:certificate/x",
    }),
    withOurZone: templatesOf({
      ...{ stage: "prod", senderDomain: "mail.example.org", hostedZoneId: "Z0000000EXAMPLE" },
      dmarcReports: "postmaster@example.org",
    }),
    local: templatesOf({ stage: "local", origin: "http://localhost:3000" }),
  });
}

type Template = { Resources: Record<string, Resource>; Outputs: StageTemplates["outputs"] };

function templatesOf(context: Record<string, string>): StageTemplates {
  const app = new App({ context });
  const { data, service } = coalition(app, readStage(app), emptyBuild());
  const assembly = app.synth();
  const templateOf = (name: string) => assembly.getStackByName(name).template as Template;
  return {
    data: templateOf(data.stackName).Resources,
    service: templateOf(service.stackName).Resources,
    outputs: templateOf(data.stackName).Outputs,
  };
}

/** What functions hold is not looked at here, so their bundles are empty. */
function emptyBuild(): Built {
  const folder = join(localFolder, "test/infra");
  const bundles = join(folder, "functions");
  for (const id of Object.keys(catalogue)) {
    mkdirSync(join(bundles, id), { recursive: true });
    writeFileSync(join(bundles, id, "index.mjs"), `// ${id}\n`);
  }
  const assets = join(folder, "assets");
  mkdirSync(join(assets, "0"), { recursive: true });
  writeFileSync(join(assets, "0/site.css"), "");
  return { bundles, assets: { hash: "0", folder: assets } };
}
