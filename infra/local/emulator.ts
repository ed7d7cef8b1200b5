import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, openSync, readFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { python } from "./python.ts";

export interface EmulatorProps {
  port: number;
  /** Where its log goes. */
  log: string;
  /** Where its state is kept between runs; in memory only without one. */
  stateFolder?: string;
  /** Each mail that is sent is passed on by SMTP to here. */
  smtpPort?: number;
}

export interface Emulator {
  endpoint: string;
  /** Stops it in order, so that its state is written; kills it after 25 seconds. */
  stop(): Promise<void>;
  /** Settles when it ends, wanted or not. */
  ended: Promise<void>;
}

/** What every client of the emulator needs in its environment; no real credentials are ever used. */
export function emulatorEnvironment(endpoint: string): Record<string, string> {
  return {
    AWS_ENDPOINT_URL: endpoint,
    AWS_ENDPOINT_URL_S3: endpoint,
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
    AWS_REGION: "us-east-1",
    AWS_DEFAULT_REGION: "us-east-1",
    AWS_EC2_METADATA_DISABLED: "true",
  };
}

/** Starts MiniStack on loopback and waits until it answers. */
export async function startEmulator(props: EmulatorProps): Promise<Emulator> {
  mkdirSync(dirname(props.log), { recursive: true });
  const log = openSync(props.log, "w");
  const child = spawn(python, [join(import.meta.dirname, "emulator.py")], {
    env: environmentOf(props),
    stdio: ["pipe", log, log],
    // A group of its own: Ctrl-C is for us, who stop it in order.
    detached: true,
  });
  const ended = new Promise<void>((resolve) => {
    child.once("error", () => resolve());
    child.once("exit", () => resolve());
  });
  const endpoint = `http://127.0.0.1:${props.port}`;
  await untilItAnswers(endpoint, child, props.log);
  return { endpoint, ended, stop: () => stop(child, ended) };
}

function environmentOf({ port, stateFolder, smtpPort }: EmulatorProps): NodeJS.ProcessEnv {
  const { AWS_ENDPOINT_URL: _, AWS_PROFILE: __, ...inherited } = process.env;
  return {
    ...inherited,
    // Its Lambda workers run whichever node comes first: ours, of the version that the functions are built for.
    PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
    BIND_HOST: "127.0.0.1",
    GATEWAY_PORT: String(port),
    LOG_LEVEL: process.env.EMULATOR_LOG_LEVEL ?? "WARNING",
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
    LAMBDA_WARM_TTL_SECONDS: "3600",
    IOT_MTLS_ENABLED: "0",
    SFTP_ENABLED: "0",
    ...(stateFolder ? { PERSIST_STATE: "1", STATE_DIR: stateFolder } : { PERSIST_STATE: "0" }),
    ...(smtpPort && { SMTP_HOST: `127.0.0.1:${smtpPort}` }),
  };
}

async function untilItAnswers(endpoint: string, child: ChildProcess, log: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline && child.exitCode === null) {
    const answer = await fetch(`${endpoint}/_ministack/health`).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(50);
  }
  child.kill("SIGKILL");
  const lines = readFileSync(log, "utf8").trim().split("\n").slice(-15).join("\n");
  throw new Error(`The emulator did not start (its log is ${log}):\n${lines}`);
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.stdin?.end();
  await Promise.race([ended, sleep(25_000, undefined, { ref: false })]);
  killGroup(child);
  await ended;
}

/** Workers that it left behind go with it. */
function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "ESRCH") throw cause;
  }
}
