import { join } from "node:path";

export const root = join(import.meta.dirname, "../..");

/** Git-ignored: all that is stored on this machine. */
export const localFolder = join(root, ".local");

/** Where one running stack keeps its things; `npm start` uses `.local`, tests a folder of their own. */
export function stackPaths(folder: string) {
  return {
    folder,
    state: join(folder, "state"),
    mail: join(folder, "mail"),
    log: join(folder, "emulator.log"),
    cdkOut: join(folder, "cdk.out"),
    build: join(folder, "build"),
    outputs: join(folder, "outputs.json"),
    running: join(folder, "running.json"),
    port: join(folder, "emulator-port"),
  };
}

export type StackPaths = ReturnType<typeof stackPaths>;
