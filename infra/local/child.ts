import { spawn } from "node:child_process";

export interface ChildRun {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
}

/** A child that failed, with the beginning and the end of what it said. */
export class ChildFailed extends Error {
  constructor(command: string, said: string) {
    super(`${command} failed:\n${shortened(said)}`);
  }
}

/** Some programs say what was wrong first, some last. */
function shortened(said: string): string {
  const lines = said.trim().split("\n");
  return lines.length > 50 ? [...lines.slice(0, 30), "…", ...lines.slice(-20)].join("\n") : lines.join("\n");
}

/** Runs a program to its end and gives what it printed; throws `ChildFailed` where it did not succeed. */
export async function run(command: string, args: string[], options: ChildRun = {}): Promise<string> {
  const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  const stopWithUs = (): void => void child.kill("SIGTERM");
  process.once("exit", stopWithUs);
  let said = "";
  const hear = (part: Buffer): void => {
    said += part.toString();
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", resolve);
    });
    if (code !== 0) throw new ChildFailed([command, ...args].join(" "), said);
    return said;
  } finally {
    process.removeListener("exit", stopWithUs);
  }
}
