import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { DynamoDBBatchResponse, DynamoDBRecord } from "aws-lambda";

/** The images of a stream record as plain items. */
export interface Change {
  before: Record<string, unknown> | undefined;
  after: Record<string, unknown> | undefined;
}

export function readChange({ dynamodb }: DynamoDBRecord): Change {
  return { before: image(dynamodb?.OldImage), after: image(dynamodb?.NewImage) };
}

function image(item: object | undefined): Record<string, unknown> | undefined {
  return item && unmarshall(item as Record<string, AttributeValue>);
}

/**
 * The answer that makes a stream go on behind the first record that failed; those before it are done. A stream is read
 * in order, so all from that record on come again, which every consumer must bear.
 */
export function failedFrom(
  records: readonly DynamoDBRecord[],
  failed: ReadonlySet<DynamoDBRecord>,
): DynamoDBBatchResponse {
  const first = records.find((record) => failed.has(record));
  const itemIdentifier = first?.dynamodb?.SequenceNumber;
  return { batchItemFailures: itemIdentifier ? [{ itemIdentifier }] : [] };
}
