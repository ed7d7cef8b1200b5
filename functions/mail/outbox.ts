import { SQSClient } from "@aws-sdk/client-sqs";
import type { DynamoDBStreamEvent } from "aws-lambda";
import { environment } from "../edge/environment.ts";
import { outboxBatch } from "./outbox-batch.ts";

const { CONFIRMATION_QUEUE_URL: prompt, BULK_QUEUE_URL: bulk } = environment(
  "CONFIRMATION_QUEUE_URL",
  "BULK_QUEUE_URL",
);
const queues = { client: new SQSClient({}), prompt, bulk };

export const handler = ({ Records }: DynamoDBStreamEvent) => outboxBatch(queues, Records);
