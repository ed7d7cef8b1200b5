import { SQSClient } from "@aws-sdk/client-sqs";
import { openTable } from "../../shared/table/table.ts";
import { environment } from "../edge/environment.ts";
import { fanOut } from "./news-fan-out.ts";

const env = environment("TABLE_NAME", "CONFIRMATION_QUEUE_URL", "BULK_QUEUE_URL");

const work = {
  table: openTable(env.TABLE_NAME),
  queues: {
    client: new SQSClient({}),
    prompt: env.CONFIRMATION_QUEUE_URL,
    bulk: env.BULK_QUEUE_URL,
  },
  clock: () => new Date(),
};

export const handler = () => fanOut(work);
