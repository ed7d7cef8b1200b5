import { SQSClient } from "@aws-sdk/client-sqs";
import { openTable } from "../../shared/table/table.ts";
import { api } from "../edge/chain.ts";
import { environment } from "../edge/environment.ts";
import { metricsRoutes } from "./metrics-routes.ts";

const env = environment("TABLE_NAME", "CONFIRMATION_QUEUE_URL", "BULK_QUEUE_URL");

export const handler = api(
  metricsRoutes({
    table: openTable(env.TABLE_NAME),
    queues: {
      client: new SQSClient({}),
      confirmation: env.CONFIRMATION_QUEUE_URL,
      bulk: env.BULK_QUEUE_URL,
    },
    clock: () => new Date(),
  }),
);
