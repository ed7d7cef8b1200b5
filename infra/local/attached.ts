import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, openSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { python } from "./python.ts";

export interface AttachedProps {
  /** Module of our virtual environment, with its arguments. */
  command: [module: string, ...args: string[]];
  env: NodeJS.ProcessEnv;
  log: string;
  /** Answers 200 once it is up. */
  healthUrl: string;
}

/** A Python program that lives no longer than this process. */
export interface Attached {
  /** Stops it in order, so that its state is written; kills it, and all that it started, after 25 seconds. */
  stop(): Promise<void>;
  /** Settles when it ends, wanted or not. */
  ended: Promise<void>;
}

/** Starts a module and waits until it answers. */
export async function startAttached(props: AttachedProps): Promise<Attached> {
  mkdirSync(dirname(props.log), { recursive: true });
  const log = openSync(props.log, "w");
  const child = spawn(python, [join(import.meta.dirname, "attached.py"), ...props.command], {
    env: props.env,
    stdio: ["pipe", log, log],
    // A group of its own: Ctrl-C is for us, who stop it in order.
    detached: true,
  });
  const ended = new Promise<void>((resolve) => {
    child.once("error", () => resolve());
    child.once("exit", () => resolve());
  });
  await untilItAnswers(child, props);
  return { ended, stop: () => stop(child, ended) };
}

async function untilItAnswers(
  child: ChildProcess,
  { healthUrl, command, log }: AttachedProps,
): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline && child.exitCode === null) {
    const answer = await fetch(healthUrl).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(50);
  }
  killGroup(child);
  const lines = readFileSync(log, "utf8").trim().split("\n").slice(-15).join("\n");
  throw new Error(`${command[0]} did not start (its log is ${log}):\n${lines}`);
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
