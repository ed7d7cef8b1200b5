import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { run } from "./child.ts";
import { emulatorEnvironment } from "./emulator.ts";
import { readParameter, writeParameter } from "./parameters.ts";
import { root, type StackPaths } from "./paths.ts";

/** What the two stacks say of themselves, by output name. */
export type StackOutputs = Record<string, string>;

const cdk = join(root, "node_modules/aws-cdk/bin/cdk");

export interface SynthProps {
  paths: StackPaths;
  /** Where the public reaches the stack. */
  origin: string;
}

/** Makes the templates and bundles of the stage `local`; gives a hash of all that would be deployed. */
export async function synthesize({ paths, origin }: SynthProps): Promise<string> {
  rmSync(paths.cdkOut, { recursive: true, force: true });
  const context = { stage: "local", origin, buildFolder: paths.build };
  await run(process.execPath, [join(root, "infra/app.ts")], {
    cwd: root,
    env: { ...process.env, CDK_OUTDIR: paths.cdkOut, CDK_CONTEXT_JSON: JSON.stringify(context) },
  });
  // Assets are named by their content in the templates, so the templates say all.
  const hash = createHash("sha256");
  const templates = readdirSync(paths.cdkOut).filter((name) => name.endsWith(".template.json"));
  for (const name of templates.sort()) hash.update(readFileSync(join(paths.cdkOut, name)));
  return hash.digest("hex");
}

/** Makes what the CDK CLI needs in an account before its first deploy; away from `cdk.json`, so that no app is asked for. */
export async function bootstrap(endpoint: string, paths: StackPaths): Promise<void> {
  await runCdk(endpoint, paths.folder, ["bootstrap", "aws://000000000000/us-east-1"]);
}

/** Deploys what was synthesized. */
export async function deploy(endpoint: string, paths: StackPaths): Promise<void> {
  const options = [
    "--all",
    "--require-approval",
    "never",
    "--method",
    "direct",
    "--outputs-file",
    paths.outputs,
  ];
  await runCdk(endpoint, root, ["deploy", "--app", paths.cdkOut, ...options]);
}

/** The outputs of the last deploy. */
export function readOutputs(paths: StackPaths): StackOutputs {
  const byStack = JSON.parse(readFileSync(paths.outputs, "utf8")) as Record<string, StackOutputs>;
  return Object.assign({}, ...Object.values(byStack));
}

/** One output; throws where the stacks do not have it. */
export function need(outputs: StackOutputs, name: string): string {
  const value = outputs[name];
  if (!value) throw new Error(`the stacks have no output ${name}`);
  return value;
}

const deployedParameter = "/coalition/local/deployed";

/** Whether this very thing is deployed already. */
export async function isDeployed(endpoint: string, hash: string): Promise<boolean> {
  return (await readParameter(endpoint, deployedParameter)) === hash;
}

export function noteDeployed(endpoint: string, hash: string): Promise<void> {
  return writeParameter(endpoint, deployedParameter, hash);
}

/** Whether the account is prepared for the CDK CLI, which notes that itself. */
export async function isBootstrapped(endpoint: string): Promise<boolean> {
  return (await readParameter(endpoint, "/cdk-bootstrap/hnb659fds/version")) !== undefined;
}

async function runCdk(endpoint: string, cwd: string, args: string[]): Promise<void> {
  const { AWS_PROFILE: _, AWS_SESSION_TOKEN: __, ...inherited } = process.env;
  await run(process.execPath, [cdk, "--no-notices", ...args], {
    cwd,
    env: { ...inherited, ...emulatorEnvironment(endpoint), CDK_DISABLE_CLI_TELEMETRY: "true", CI: "true" },
  });
}
