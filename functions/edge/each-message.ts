import type { SQSBatchResponse, SQSRecord } from "aws-lambda";
import type * as z from "zod";
import { describe, logger } from "./chain.ts";

export interface MessageWork<Schema extends z.ZodType> {
  schema: Schema;
  /** Does what a message asks for. Safe to repeat; what it throws brings the message again. */
  work: (message: z.output<Schema>) => Promise<void>;
}

/** Works a batch of a queue off, one message after another. Those that failed are in the answer, and come again alone. */
export async function eachMessage<Schema extends z.ZodType>(
  records: readonly SQSRecord[],
  { schema, work }: MessageWork<Schema>,
): Promise<SQSBatchResponse> {
  const batchItemFailures: SQSBatchResponse["batchItemFailures"] = [];
  for (const { messageId, body } of records) {
    try {
      await work(schema.parse(JSON.parse(body)));
    } catch (error) {
      batchItemFailures.push({ itemIdentifier: messageId });
      logger.error("a message was not taken in", { messageId, fault: describe(error) });
    }
  }
  return { batchItemFailures };
}
