import { openTable } from "../../shared/table/table.ts";
import { environment } from "../edge/environment.ts";
import { fanOut } from "./news-fan-out.ts";
import { openQueues } from "./queues.ts";

const env = environment("TABLE_NAME", "CONFIRMATION_QUEUE_URL", "BULK_QUEUE_URL");

const work = {
  table: openTable(env.TABLE_NAME),
  queues: openQueues(env),
  clock: () => new Date(),
};

export const handler = () => fanOut(work);
