import type { Context } from "aws-lambda";
import { openTable } from "../../shared/table/table.ts";
import { logger } from "../edge/chain.ts";
import { environment } from "../edge/environment.ts";
import { saidTime } from "../edge/said-time.ts";
import { beginReminders } from "./due-reminders.ts";
import { fanOutMails } from "./fan-out-mails.ts";
import { openQueues } from "./queues.ts";

const env = environment("STAGE", "TABLE_NAME", "CONFIRMATION_QUEUE_URL", "BULK_QUEUE_URL");
const table = openTable(env.TABLE_NAME);
const queues = openQueues(env);

export async function handler(event: unknown, context: Context): Promise<void> {
  const said = saidTime(env.STAGE, event);
  const clock = () => said ?? new Date();
  await beginReminders(table, clock());
  const until = Date.now() + context.getRemainingTimeInMillis() - 20_000;
  const queued = await fanOutMails({ table, queues, clock, until });
  if (queued > 0) logger.info("mails to everybody registered", { queued });
}
