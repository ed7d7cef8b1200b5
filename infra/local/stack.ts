import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SESClient, SetIdentityNotificationTopicCommand } from "@aws-sdk/client-ses";
import { openTable } from "../../shared/table/table.ts";
import { putAssets } from "./assets-store.ts";
import {
  bootstrap,
  deploy,
  isDeployed,
  noteDeployed,
  readOutputs,
  type StackOutputs,
  synthesize,
} from "./deploy.ts";
import { type Emulator, emulatorEnvironment, startEmulator } from "./emulator.ts";
import { freePort } from "./free-port.ts";
import { type Front, startFront } from "./front/server.ts";
import { MailCatcher } from "./mail-catcher.ts";
import { type StackPaths, stackPaths } from "./paths.ts";
import { Progress } from "./progress.ts";
import { preparePython } from "./python.ts";
import { putSampleData } from "./sample-data.ts";

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
  /** Hears how it gets on. */
  say: (line: string) => void;
}

/** Starts the system: emulator, mail catcher, deploy where something changed, assets, sample data, front. */
export async function startLocalStack(props: LocalStackProps): Promise<LocalStack> {
  const paths = stackPaths(props.folder);
  const progress = new Progress(props.say);
  const origin = `http://localhost:${props.port}`;
  mkdirSync(paths.folder, { recursive: true });
  const mails = new MailCatcher(paths.mail);
  const started: Array<() => Promise<void>> = [() => mails.stop()];
  const stop = async (): Promise<void> => {
    rmSync(paths.running, { force: true });
    for (const end of started.splice(0).reverse()) await end();
  };
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
    });
    await progress.step("Health answers", () => untilHealthy(front, origin));
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
  if (!existsSync(running)) throw new Error("No local stack is running: start it with npm start.");
  return JSON.parse(readFileSync(running, "utf8"));
}

async function emulatorFor(
  props: LocalStackProps,
  { paths, mails }: { paths: StackPaths; mails: MailCatcher },
): Promise<Emulator> {
  const smtpPort = await mails.listen();
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

/** The port of the last time where it is still free: addresses of queues are stored with it. */
async function steadyPort(paths: StackPaths): Promise<number> {
  const last = existsSync(paths.port) ? Number(readFileSync(paths.port, "utf8")) : undefined;
  const port = await freePort(last ? [last] : []);
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
  if (!existsSync(paths.deployed))
    await progress.step("Account prepared for CDK", () => bootstrap(endpoint, paths));
  const mark = `${endpoint} ${await hash}`;
  if (isDeployed(paths, mark) && (await stillThere(endpoint, paths))) {
    progress.say("Nothing changed since the last deploy");
    return readOutputs(paths);
  }
  await progress.step("Deployed", () => deploy(endpoint, paths));
  noteDeployed(paths, mark);
  return readOutputs(paths);
}

/** An endpoint that was given may have forgotten everything since. */
async function stillThere(endpoint: string, paths: StackPaths): Promise<boolean> {
  const answer = await fetch(`${endpoint}/${need(readOutputs(paths), "AssetsBucket")}`, { method: "HEAD" });
  return answer.ok;
}

async function fill(stack: LocalStack, paths: StackPaths): Promise<void> {
  const { outputs, endpoint } = stack;
  await putAssets(`${endpoint}/${need(outputs, "AssetsBucket")}`, join(paths.build, "assets"));
  await tellFeedback(stack);
  await putSampleData(openTable(need(outputs, "TableName"), new DynamoDBClient(clientSettings(endpoint))));
}

/** MiniStack tells bounces by the older notifications of an identity, not by the configuration set's destinations. */
async function tellFeedback({ outputs, endpoint }: LocalStack): Promise<void> {
  const ses = new SESClient(clientSettings(endpoint));
  for (const NotificationType of ["Bounce", "Complaint", "Delivery"] as const) {
    const topic = { SnsTopic: need(outputs, "FeedbackTopicArn"), Identity: need(outputs, "SenderAddress") };
    await ses.send(new SetIdentityNotificationTopicCommand({ NotificationType, ...topic }));
  }
  ses.destroy();
}

function clientSettings(endpoint: string) {
  return { endpoint, region: "us-east-1", credentials: { accessKeyId: "test", secretAccessKey: "test" } };
}

function environmentOf(endpoint: string, outputs: StackOutputs): Record<string, string> {
  return {
    ...emulatorEnvironment(endpoint),
    STAGE: "local",
    PUBLIC_ORIGIN: need(outputs, "Origin"),
    TABLE_NAME: need(outputs, "TableName"),
    PERSON_KEY_SECRET_ID: need(outputs, "PersonKeySecretId"),
    LINK_SECRET_ID: need(outputs, "LinkSecretId"),
    CONFIRMATION_QUEUE_URL: need(outputs, "ConfirmationQueueUrl"),
    BULK_QUEUE_URL: need(outputs, "BulkQueueUrl"),
    SENDER_ADDRESS: need(outputs, "SenderAddress"),
    CONFIGURATION_SET: need(outputs, "ConfigurationSet"),
    MAILER_WORKERS: need(outputs, "MailerWorkers"),
  };
}

function need(outputs: StackOutputs, name: string): string {
  const value = outputs[name];
  if (!value) throw new Error(`the stacks have no output ${name}`);
  return value;
}

async function untilHealthy(_front: Front, origin: string): Promise<void> {
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
