import { rmSync } from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { freePort } from "../../infra/local/free-port.ts";
import { localFolder } from "../../infra/local/paths.ts";
import { preparePython } from "../../infra/local/python.ts";
import { type LocalStack, startLocalStack } from "../../infra/local/stack.ts";

/**
 * The whole system as `npm start` makes it, once for each worker, so that journeys that run at the same time count other
 * people. No more are started than there are files to run.
 */
export default async function startWholeStacks(project: TestProject): Promise<() => Promise<void>> {
  const files = project.vitest.state.getPaths().filter((path) => project.matchesTestGlob(path));
  const places = Array.from(
    { length: Math.min(files.length, project.config.maxWorkers) },
    (_, place) => place,
  );
  await preparePython(["requirements.txt"]);
  const started = await Promise.allSettled(places.map(startOne));
  const stacks = started.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const stop = async () => void (await Promise.all(stacks.map((stack) => stack.stop())));
  const failed = started.find((one) => one.status === "rejected");
  if (failed) {
    await stop();
    throw failed.reason;
  }
  project.provide(
    "wholeStacks",
    stacks.map(({ origin, endpoint, environment, outputs }) => ({ origin, endpoint, environment, outputs })),
  );
  return stop;
}

async function startOne(place: number): Promise<LocalStack> {
  const folder = join(localFolder, `test/journeys-${place}`);
  rmSync(folder, { recursive: true, force: true });
  return startLocalStack({ port: await freePort(), folder, keepState: false, say: () => {} });
}
