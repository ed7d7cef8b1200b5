import type { DynamoDBStreamEvent } from "aws-lambda";
import { environment } from "../edge/environment.ts";
import { outboxBatch } from "./outbox-batch.ts";
import { openQueues } from "./queues.ts";

const queues = openQueues(environment("CONFIRMATION_QUEUE_URL", "BULK_QUEUE_URL"));

export const handler = ({ Records }: DynamoDBStreamEvent) => outboxBatch(queues, Records);
