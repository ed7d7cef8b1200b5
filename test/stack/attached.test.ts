import { spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { freePort } from "../../infra/local/free-port.ts";

/** A process that starts a Python program as `npm start` starts the emulator, and then does nothing. */
function startHolder(port: number) {
  const script = `
    import { startAttached } from ${JSON.stringify(new URL("../../infra/local/attached.ts", import.meta.url).href)};
    await startAttached({
      command: ["http.server", "${port}", "--bind", "127.0.0.1"],
      env: process.env,
      log: ${JSON.stringify(join(tmpdir(), `attached-${port}.log`))},
      healthUrl: "http://127.0.0.1:${port}/",
    });
    console.log("up");
    setInterval(() => {}, 1000);`;
  return spawn(process.execPath, ["--input-type=module", "--eval", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
}

const answers = (port: number) =>
  fetch(`http://127.0.0.1:${port}/`, { method: "HEAD" }).then(
    () => true,
    () => false,
  );

it("leaves nothing behind when the process that started it is killed", async () => {
  const port = await freePort();
  const holder = startHolder(port);
  await new Promise((resolve) => holder.stdout.once("data", resolve));
  expect(await answers(port)).toBe(true);
  holder.kill("SIGKILL");
  for (let tries = 0; tries < 100 && (await answers(port)); tries += 1) await sleep(50);
  expect(await answers(port)).toBe(false);
});
