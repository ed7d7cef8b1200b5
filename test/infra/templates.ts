import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { App } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { catalogue } from "../../infra/catalogue.ts";
import { coalition } from "../../infra/coalition.ts";
import type { Built } from "../../infra/foundation.ts";
import { localFolder } from "../../infra/local/paths.ts";
import { readStage } from "../../infra/stage.ts";

export interface Statement {
  Effect: string;
  Action: string | string[];
  Resource: unknown;
}

export interface Resource {
  Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: a template is a tree of whatever CloudFormation knows
  Properties: any;
  DeletionPolicy?: string;
}

export interface StageTemplates {
  data: Template;
  service: Template;
  all: Resource[];
}

/** Both templates of a stage as they would be deployed. What functions hold is not looked at, so bundles are empty here. */
export function templatesOf(stage: string, context: Record<string, string> = {}): StageTemplates {
  const app = new App({ context: { stage, ...context } });
  const stacks = coalition(app, readStage(app), emptyBuild(stage));
  const data = Template.fromStack(stacks.data);
  const service = Template.fromStack(stacks.service);
  const all = [data, service].flatMap((template) => Object.values(template.toJSON().Resources) as Resource[]);
  return { data, service, all };
}

function emptyBuild(stage: string): Built {
  const folder = join(localFolder, "test/infra", stage);
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

/** Every statement that a function's own role carries, by the function's id; CDK's own helpers are left out. */
export function statementsByFunction({ service }: StageTemplates): Map<string, Statement[]> {
  const resources = service.toJSON().Resources as Record<string, Resource>;
  const byRole = new Map<string, Statement[]>();
  for (const { Type, Properties } of Object.values(resources)) {
    if (Type !== "AWS::IAM::Policy") continue;
    for (const { Ref } of Properties.Roles) byRole.set(Ref, Properties.PolicyDocument.Statement);
  }
  const found = new Map<string, Statement[]>();
  for (const [id, { Type, Properties }] of Object.entries(resources)) {
    if (Type !== "AWS::Lambda::Function" || !(Properties.Description in catalogue)) continue;
    const name = id.includes("bulk") ? "mail-bulk-mailer" : Properties.Description;
    found.set(name, byRole.get(Properties.Role["Fn::GetAtt"][0]) ?? []);
  }
  return found;
}

export function actionsOf({ Action }: Statement): string[] {
  return [Action].flat();
}
