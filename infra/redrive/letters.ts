import * as z from "zod";

/** A batch of the table's stream that a consumer gave up: which records, and whose work they are. */
const StreamBatch = z.object({
  requestContext: z.object({ functionArn: z.string() }),
  DDBStreamBatchInfo: z.object({
    shardId: z.string(),
    startSequenceNumber: z.string(),
    endSequenceNumber: z.string(),
    streamArn: z.string(),
  }),
});

/** A run by the clock that failed: https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html */
const FailedRun = z.object({
  requestContext: z.object({ functionArn: z.string() }),
  requestPayload: z.unknown(),
});

export type Letter =
  | { is: "stream-batch"; functionArn: string; batch: z.infer<typeof StreamBatch>["DDBStreamBatchInfo"] }
  | { is: "run"; functionArn: string; payload: unknown }
  | { is: "unreadable" };

/** What lies in a queue behind a stream or a schedule; `target` is whom the scheduler could not start. */
export function readLetter(body: string, target: string | undefined): Letter {
  const said = parsed(body);
  const batch = StreamBatch.safeParse(said).data;
  if (batch) {
    const { requestContext, DDBStreamBatchInfo } = batch;
    return { is: "stream-batch", functionArn: requestContext.functionArn, batch: DDBStreamBatchInfo };
  }
  const run = FailedRun.safeParse(said).data;
  if (run) return { is: "run", functionArn: run.requestContext.functionArn, payload: run.requestPayload };
  return target && said !== undefined
    ? { is: "run", functionArn: target, payload: said }
    : { is: "unreadable" };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
