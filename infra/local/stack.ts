import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { claimFolder } from "./claim.ts";
import {
  bootstrap,
  deploy,
  isBootstrapped,
  isDeployed,
  need,
  noteDeployed,
  readOutputs,
  type StackOutputs,
  synthesize,
} from "./deploy.ts";
import { type Emulator, startEmulator } from "./emulator.ts";
import { fill } from "./fill.ts";
import { freePort, isFree } from "./free-port.ts";
import { startFront } from "./front/server.ts";
import { MailCatcher } from "./mail-catcher.ts";
import { type StackPaths, stackPaths } from "./paths.ts";
import { Progress } from "./progress.ts";
import { MachineLacks, preparePython } from "./python.ts";
import { environmentOf } from "./stack-environment.ts";

/** The whole system, running on this machine. */
export interface LocalStack {
  /** Where people reach it: `http://localhost:3000`. */
  origin: string;
  /** Where its AWS is. */
  endpoint: string;
  /** What a function of ours finds in its environment, and what an SDK client needs to reach the emulator. */
  environment: Record<string, string>;
  outputs: StackOutputs;
  mails: MailCatcher;
  /** Stops all that was started; what is stored stays. */
  stop(): Promise<void>;
  /** Settles when the emulator ends by itself. */
  ended: Promise<void>;
}

export interface LocalStackProps {
  /** The port of the front. */
  port: number;
  /** Where everything that it stores lies. */
  folder: string;
  /** Kept between runs, or in memory only. */
  keepState: boolean;
  /** An AWS that runs already, instead of a MiniStack of our own. */
  givenEndpoint?: string;
  /** Where mails are caught; any free port unless told. An emulator that runs already must be told to pass them here. */
  smtpPort?: number;
  /** Hears how it gets on. */
  say: (line: string) => void;
}

/** Starts the system: emulator, mail catcher, deploy where something changed, assets, sample data, front. */
export async function startLocalStack(props: LocalStackProps): Promise<LocalStack> {
  const paths = stackPaths(props.folder);
  const progress = new Progress(props.say);
  const origin = `http://localhost:${props.port}`;
  const started: Array<() => void | Promise<void>> = [claimFolder(paths.folder)];
  const stop = async (): Promise<void> => {
    for (const end of started.splice(0).reverse()) await end();
  };
  const mails = new MailCatcher(paths.mail);
  started.push(() => mails.stop());
  try {
    const front = await startFront(props.port, mails);
    started.push(() => front.stop());
    const synth = progress.step("Templates and bundles made", () => synthesize({ paths, origin }));
    // Its failure is met where it is waited for, below; until then it must not end the process.
    synth.catch(() => undefined);
    const emulator = await progress.step("Emulator up", () => emulatorFor(props, { paths, mails }));
    started.push(() => emulator.stop());
    const outputs = await deployIfChanged({ paths, progress, endpoint: emulator.endpoint, hash: synth });
    const stack: LocalStack = {
      origin,
      endpoint: emulator.endpoint,
      environment: environmentOf(emulator.endpoint, outputs),
      outputs,
      mails,
      stop,
      ended: emulator.ended,
    };
    await progress.step("Assets and sample data in", () => fill(stack, paths));
    front.open({
      endpoint: emulator.endpoint,
      apiId: need(outputs, "ApiId"),
      bucket: need(outputs, "AssetsBucket"),
      pictures: need(outputs, "PicturesBucket"),
    });
    await progress.step("Health answers", () => untilHealthy(origin));
    started.push(() => rmSync(paths.running, { force: true }));
    writeFileSync(paths.running, JSON.stringify({ endpoint: stack.endpoint, origin, outputs }));
    return stack;
  } catch (cause) {
    await stop();
    throw cause;
  }
}

/** How the commands beside `npm start` find the stack that runs; throws where none does. */
export function findRunningStack(folder: string): Pick<LocalStack, "endpoint" | "origin" | "outputs"> {
  const { running } = stackPaths(folder);
  // A file left by a stack that was killed says nothing true; the endpoint it names does not answer then.
  if (!existsSync(running)) throw new Error("No local stack is running: start it with npm start.");
  return JSON.parse(readFileSync(running, "utf8"));
}

async function emulatorFor(
  props: LocalStackProps,
  { paths, mails }: { paths: StackPaths; mails: MailCatcher },
): Promise<Emulator> {
  const smtpPort = await mails.listen(props.smtpPort);
  if (props.givenEndpoint) {
    return { endpoint: props.givenEndpoint, ended: new Promise(() => {}), stop: () => Promise.resolve() };
  }
  await preparePython(["requirements.txt"]);
  const port = await steadyPort(paths);
  return startEmulator({
    port,
    smtpPort,
    log: paths.log,
    ...(props.keepState && { stateFolder: paths.state }),
  });
}

/** The port of the last time: addresses of queues are stored with it, so a state can only be taken on at the same one. */
async function steadyPort(paths: StackPaths): Promise<number> {
  const last = existsSync(paths.port) ? Number(readFileSync(paths.port, "utf8")) : undefined;
  if (last && existsSync(paths.state)) {
    if (await isFree(last)) return last;
    throw new MachineLacks(
      `The emulator's port ${last}, which its stored queues are known by, is taken. Free it, or begin empty: npm start -- --fresh`,
    );
  }
  const port = await freePort();
  writeFileSync(paths.port, String(port));
  return port;
}

interface DeployWork {
  paths: StackPaths;
  progress: Progress;
  endpoint: string;
  /** Of all that would be deployed. */
  hash: Promise<string>;
}

async function deployIfChanged({ paths, progress, endpoint, hash }: DeployWork): Promise<StackOutputs> {
  if (!(await isBootstrapped(endpoint))) {
    await progress.step("Account prepared for CDK", () => bootstrap(endpoint, paths));
  }
  if (existsSync(paths.outputs) && (await isDeployed(endpoint, await hash))) {
    progress.say("Nothing changed since the last deploy");
    return readOutputs(paths);
  }
  await hash;
  await progress.step("Deployed", () => deploy(endpoint, paths));
  await noteDeployed(endpoint, await hash);
  return readOutputs(paths);
}

async function untilHealthy(origin: string): Promise<void> {
  const deadline = Date.now() + 30_000;
  let last = "nothing";
  while (Date.now() < deadline) {
    const answer = await fetch(`${origin}/api/health`).catch(() => undefined);
    if (answer?.status === 200) return;
    last = answer ? `${answer.status} ${await answer.text()}` : "nothing";
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`GET /api/health does not answer 200 but ${last}`);
}
