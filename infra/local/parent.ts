import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

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

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch {
    return false;
  }
}

/** Dead, but not yet asked after by its own parent; only Linux shows it in a file. */
function isZombie(pid: number): boolean {
  if (process.platform !== "linux") return false;
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  return stat.slice(stat.lastIndexOf(")") + 2).startsWith("Z");
}
