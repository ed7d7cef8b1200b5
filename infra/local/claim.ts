import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Another process runs a stack in the same folder; two would write over each other's state. */
export class StackRuns extends Error {
  constructor(pid: number) {
    super(`The local stack of this checkout runs already (process ${pid}). Stop it first.`);
  }
}

/** Takes the folder for this process; gives what lets go of it. A claim of a process that is gone counts for nothing. */
export function claimFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const claim = join(folder, "claimed-by");
  const holder = existsSync(claim) ? Number(readFileSync(claim, "utf8")) : undefined;
  if (holder && holder !== process.pid && lives(holder)) throw new StackRuns(holder);
  writeFileSync(claim, String(process.pid));
  return () => rmSync(claim, { force: true });
}

/** Whether a process of this id runs. */
export function lives(pid: number): boolean {
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
