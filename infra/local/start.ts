import { rmSync } from "node:fs";
import { parseArgs } from "node:util";
import { ChildFailed } from "./child.ts";
import { StackRuns } from "./claim.ts";
import { PortTaken } from "./front/server.ts";
import { whenParentGoes } from "./parent.ts";
import { localFolder, stackPaths } from "./paths.ts";
import { MachineLacks } from "./python.ts";
import { type LocalStack, startLocalStack } from "./stack.ts";
import { signInStaff } from "./staff.ts";

/** `npm start`: the whole system on this machine, in the foreground until Ctrl-C. */
async function start(): Promise<void> {
  const { values } = parseArgs({ options: { fresh: { type: "boolean", default: false } } });
  const port = Number(process.env.PORT || 3000);
  const stopping = Promise.withResolvers<void>();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stopping.resolve());
  whenParentGoes(() => stopping.resolve());
  if (values.fresh) forget();
  const given = process.env.AWS_ENDPOINT_URL;
  const starting = startLocalStack({
    port,
    folder: localFolder,
    keepState: true,
    ...(given && { givenEndpoint: given }),
    ...(process.env.SMTP_PORT && { smtpPort: Number(process.env.SMTP_PORT) }),
    say: (line) => console.log(line),
  });
  const stack = await Promise.race([starting, stopping.promise]);
  if (stack) await serve(stack, stopping.promise);
  else
    await starting.then(
      (late) => late.stop(),
      // Ctrl-C reaches its children too; that they failed is no news.
      () => undefined,
    );
}

async function serve(stack: LocalStack, stopped: Promise<void>): Promise<void> {
  const staff = await signInStaff(stack, "admin");
  console.log(`
  Website   ${stack.origin}
  Mailbox   ${stack.origin}/mailbox
  Staff     ${stack.origin}/staff  ${staff.email}  ${staff.password}
            npm run -s staff-token -- reviewer|organizer|admin prints a token

  Ctrl-C stops it; npm start goes on where it was, npm start -- --fresh begins empty.`);
  const ended = stack.ended.then(() => "ended" as const);
  const why = await Promise.race([stopped, ended]);
  if (why === "ended")
    console.error(`The emulator has ended by itself; its log is ${stackPaths(localFolder).log}`);
  console.log("Stopping …");
  await stack.stop();
  process.exitCode = why === "ended" ? 1 : 0;
}

/** Everything that is stored, but not the virtual environment, which takes long to make and holds nothing of ours. */
function forget(): void {
  const { state, mail, outputs, running } = stackPaths(localFolder);
  for (const path of [state, mail, outputs, running]) rmSync(path, { recursive: true, force: true });
}

start().then(
  () => process.exit(),
  (cause: unknown) => {
    const isForPeople =
      cause instanceof PortTaken ||
      cause instanceof StackRuns ||
      cause instanceof MachineLacks ||
      cause instanceof ChildFailed;
    console.error(isForPeople ? cause.message : cause);
    process.exit(1);
  },
);
