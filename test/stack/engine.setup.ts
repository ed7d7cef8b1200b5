import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startEmulator } from "../../infra/local/emulator.ts";
import { freePort } from "../../infra/local/free-port.ts";
import { MailCatcher } from "../../infra/local/mail-catcher.ts";
import { localFolder } from "../../infra/local/paths.ts";
import { preparePython } from "../../infra/local/python.ts";
import { readTableDefinition } from "./table-definition.ts";

/** One emulator for the run, in memory only. Where it cannot start, the run fails: nothing is skipped. */
export default async function startEngine(project: TestProject): Promise<() => Promise<void>> {
  const folder = join(localFolder, "test/engine");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await preparePython(["requirements.txt", "requirements-test.txt"]);
  const mails = new MailCatcher(join(folder, "mail"));
  const smtpPort = await mails.listen();
  const emulator = await startEmulator({
    port: await freePort(),
    smtpPort,
    log: join(folder, "emulator.log"),
  });
  project.provide("engine", {
    endpoint: emulator.endpoint,
    mails: join(folder, "mail"),
    table: readTableDefinition(),
  });
  return async () => {
    await emulator.stop();
    await mails.stop();
  };
}
