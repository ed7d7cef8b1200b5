import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ChildFailed, run } from "./child.ts";
import { localFolder } from "./paths.ts";

/** Something that the machine lacks; the message says what to do. */
export class MachineLacks extends Error {}

const venv = join(localFolder, "venv");
/** Python of our own virtual environment. */
export const python = join(venv, process.platform === "win32" ? "Scripts/python.exe" : "bin/python3");

/**
 * Makes the virtual environment and installs what the requirements files pin, by hash. Does nothing where that is done
 * already. Throws `MachineLacks` where Python 3.10 or its venv module is missing.
 */
export async function preparePython(requirementFiles: string[]): Promise<void> {
  const wanted = createHash("sha256");
  for (const file of requirementFiles) wanted.update(readFileSync(join(import.meta.dirname, file)));
  const wantedHash = wanted.digest("hex");
  const stamp = join(venv, `installed-${requirementFiles.join("+")}`);
  if (existsSync(stamp) && existsSync(python) && readFileSync(stamp, "utf8") === wantedHash) return;
  if (!existsSync(python)) await makeEnvironment();
  const files = requirementFiles.flatMap((file) => ["-r", join(import.meta.dirname, file)]);
  await run(python, [
    "-m",
    "pip",
    "install",
    "--disable-pip-version-check",
    "--quiet",
    "--require-hashes",
    ...files,
  ]);
  writeFileSync(stamp, wantedHash);
}

async function makeEnvironment(): Promise<void> {
  const found = await systemPython();
  rmSync(venv, { recursive: true, force: true });
  try {
    await run(found, ["-m", "venv", venv]);
  } catch (cause) {
    if (!(cause instanceof ChildFailed)) throw cause;
    rmSync(venv, { recursive: true, force: true });
    throw new MachineLacks(
      "Python's venv module is missing. On Debian and Ubuntu: sudo apt install python3-venv. Then start again.",
      { cause },
    );
  }
}

async function systemPython(): Promise<string> {
  const checks = "import sys; sys.exit(0 if sys.version_info >= (3, 10) else 1)";
  for (const name of ["python3", "python"]) {
    try {
      await run(name, ["-c", checks]);
      return name;
    } catch {
      // Not there, or too old: the next name may do.
    }
  }
  throw new MachineLacks(
    "Python 3.10 or newer is needed (it runs the emulator of AWS): install python3, then start again.",
  );
}
