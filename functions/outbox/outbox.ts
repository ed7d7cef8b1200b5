import { SQSClient } from "@aws-sdk/client-sqs";
import type { DynamoDBStreamEvent } from "aws-lambda";
import { steadyClient } from "../../shared/table/steady-client.ts";
import { environment } from "../edge/environment.ts";
import { outboxBatch } from "./outbox-batch.ts";

const env = environment(
  "CONFIRMATION_QUEUE_URL",
  "BULK_QUEUE_URL",
  "SIGNATURES_QUEUE_URL",
  "FORGETTING_QUEUE_URL",
  "PICTURES_QUEUE_URL",
);
const queues = {
  client: steadyClient(SQSClient, {}),
  prompt: env.CONFIRMATION_QUEUE_URL,
  bulk: env.BULK_QUEUE_URL,
  signatures: env.SIGNATURES_QUEUE_URL,
  forgetting: env.FORGETTING_QUEUE_URL,
  pictures: env.PICTURES_QUEUE_URL,
};

export const handler = ({ Records }: DynamoDBStreamEvent) => outboxBatch(queues, Records);
