import type { SQSRecord } from "aws-lambda";

/** Messages in the shape in which Lambda hands them to a consumer of a queue; what ours do not read is left out. */
export function messagesOf(bodies: readonly object[]): SQSRecord[] {
  return bodies.map(
    (body, i) => ({ messageId: `m${i}`, body: JSON.stringify(body), receiptHandle: "" }) as SQSRecord,
  );
}
