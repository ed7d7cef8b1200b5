import { parseArgs } from "node:util";
import { DynamoDBStreamsClient } from "@aws-sdk/client-dynamodb-streams";
import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { SQSClient } from "@aws-sdk/client-sqs";
import { emulatorEnvironment } from "../local/emulator.ts";
import { localFolder } from "../local/paths.ts";
import { findRunningStack } from "../local/stack.ts";
import { type DeadLetterQueue, deadLetterQueues } from "./dead-letter-queues.ts";
import { type Call, type Redriving, redrive, type Staying } from "./redrive.ts";

/**
 * `npm run redrive`: shows what lies in the dead-letter queues. `npm run redrive -- MailBulkFailed` (or `all`) does that
 * work once more. Of the local stack, or of `--stage prod` with credentials and region as in any AWS tool.
 */
const { values, positionals } = parseArgs({ allowPositionals: true, options: { stage: { type: "string" } } });

const why: Record<Staying, string> = {
  "failed-again": "failed once more: look into the function's log first",
  "records-gone":
    "are batches of more than a day ago, which the stream has forgotten: npm run reconcile mends counts",
  unreadable: "cannot be read: look at them by hand",
};

try {
  if (values.stage === undefined)
    Object.assign(process.env, emulatorEnvironment(findRunningStack(localFolder).endpoint));
  const redriving: Redriving = {
    sqs: new SQSClient({}),
    streams: new DynamoDBStreamsClient({}),
    call: calling(),
  };
  const queues = await deadLetterQueues(redriving.sqs, `coalition-${values.stage ?? "local"}-service`);
  const chosen = queues.filter(({ name }) => positionals.includes("all") || positionals.includes(name));
  const unknown = positionals.filter((word) => word !== "all" && !queues.some(({ name }) => name === word));
  if (unknown.length > 0) throw new Error(`There is no dead-letter queue ${unknown.join(", ")}.`);
  if (positionals.length === 0) show(queues);
  for (const queue of chosen) await work(redriving, queue);
} catch (cause) {
  console.error(cause instanceof Error ? cause.message : cause);
  process.exitCode = 1;
}

function show(queues: readonly DeadLetterQueue[]): void {
  for (const { name, waiting } of queues) console.log(`${String(waiting).padStart(7)}  ${name}`);
  const full = queues.filter(({ waiting }) => waiting > 0);
  console.log(
    full.length === 0
      ? "\nNo dead letters."
      : `\nFind out why (the alarm says whom it hurts, the function's log what failed), then:\n  npm run redrive -- ${full[0]?.name}`,
  );
}

async function work(redriving: Redriving, queue: DeadLetterQueue): Promise<void> {
  const { done, left } = await redrive(redriving, queue);
  console.log(`${queue.name}: ${done} ${queue.source ? "put back into the queue of work" : "done"}`);
  for (const [reason, n] of Object.entries(left) as [Staying, number][]) {
    if (n === 0) continue;
    console.log(`  ${n} ${why[reason]}`);
    process.exitCode = 1;
  }
}

/** A function's answer; undefined where it failed. */
function calling(): Call {
  const lambda = new LambdaClient({ requestHandler: { requestTimeout: 900_000 } });
  return async (FunctionName, payload) => {
    const { FunctionError, Payload } = await lambda.send(
      new InvokeCommand({ FunctionName, Payload: Buffer.from(JSON.stringify(payload)) }),
    );
    if (FunctionError) return undefined;
    const text = Buffer.from(Payload ?? []).toString("utf8");
    return text === "" ? null : JSON.parse(text);
  };
}
