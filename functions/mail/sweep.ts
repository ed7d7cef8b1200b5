import { openTable } from "../../shared/table/table.ts";
import { environment } from "../edge/environment.ts";
import { openQueues } from "./queues.ts";
import { sweepMails } from "./sweep-mails.ts";

const env = environment("TABLE_NAME", "CONFIRMATION_QUEUE_URL", "BULK_QUEUE_URL");

const sweep = {
  table: openTable(env.TABLE_NAME),
  queues: openQueues(env),
  clock: () => new Date(),
};

export const handler = () => sweepMails(sweep);
