import { rmSync } from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { freePort } from "../../infra/local/free-port.ts";
import { localFolder } from "../../infra/local/paths.ts";
import { startLocalStack } from "../../infra/local/stack.ts";

/** The whole system as `npm start` makes it, in a folder of its own and on a port of its own. */
export default async function startWholeStack(project: TestProject): Promise<() => Promise<void>> {
  const folder = join(localFolder, "test/journeys");
  rmSync(folder, { recursive: true, force: true });
  const stack = await startLocalStack({ port: await freePort(), folder, keepState: false, say: () => {} });
  const { origin, endpoint, environment, outputs } = stack;
  project.provide("wholeStack", { origin, endpoint, environment, outputs });
  return () => stack.stop();
}
