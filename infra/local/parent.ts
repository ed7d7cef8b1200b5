import { execFileSync } from "node:child_process";
import { lives } from "./claim.ts";

/**
 * Calls back once when what started this process is gone, a kill -9 included: nobody can pass SIGKILL on. Under npm that
 * is npm itself, two steps up, since some shells stay between.
 */
export function whenParentGoes(gone: () => void): void {
  const parent = process.ppid;
  const npm = process.env.npm_lifecycle_event ? parentOf(parent) : undefined;
  const watch = setInterval(() => {
    if (process.ppid === parent && (npm === undefined || lives(npm))) return;
    clearInterval(watch);
    gone();
  }, 500);
  watch.unref();
}

/** Undefined where the system has no `ps`. */
function parentOf(pid: number): number | undefined {
  try {
    const found = Number(execFileSync("ps", ["-o", "ppid=", "-p", String(pid)], { encoding: "utf8" }));
    return found > 1 ? found : undefined;
  } catch {
    return undefined;
  }
}
