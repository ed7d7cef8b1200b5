import {
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ResourceNotFoundException,
  type _Record as StreamRecord,
  TrimmedDataAccessException,
} from "@aws-sdk/client-dynamodb-streams";
import type { Letter } from "./letters.ts";

type Batch = Extract<Letter, { is: "stream-batch" }>["batch"];

/** The records of a batch, in the form in which Lambda hands them to a function; undefined where they are gone: a stream keeps a day. */
export async function recordsOf(client: DynamoDBStreamsClient, batch: Batch): Promise<object[] | undefined> {
  try {
    return await read(client, batch);
  } catch (error) {
    if (error instanceof TrimmedDataAccessException || error instanceof ResourceNotFoundException)
      return undefined;
    throw error;
  }
}

async function read(client: DynamoDBStreamsClient, batch: Batch): Promise<object[]> {
  const records: StreamRecord[] = [];
  const first = await client.send(
    new GetShardIteratorCommand({
      StreamArn: batch.streamArn,
      ShardId: batch.shardId,
      ShardIteratorType: "AT_SEQUENCE_NUMBER",
      SequenceNumber: batch.startSequenceNumber,
    }),
  );
  let iterator = first.ShardIterator;
  const last = BigInt(batch.endSequenceNumber);
  while (iterator !== undefined) {
    const page = await client.send(new GetRecordsCommand({ ShardIterator: iterator }));
    const found = page.Records ?? [];
    records.push(...found.filter((record) => sequenceOf(record) <= last));
    const isAtEnd = found.length === 0 || found.some((record) => sequenceOf(record) >= last);
    iterator = isAtEnd ? undefined : page.NextShardIterator;
  }
  return records.map((record) => asLambdaHandsIt(record, batch.streamArn));
}

/** Lambda tells moments in seconds, the SDK as dates. */
function asLambdaHandsIt({ dynamodb, ...record }: StreamRecord, eventSourceARN: string): object {
  const at = dynamodb?.ApproximateCreationDateTime;
  return {
    ...record,
    eventSourceARN,
    dynamodb: { ...dynamodb, ...(at && { ApproximateCreationDateTime: at.getTime() / 1000 }) },
  };
}

function sequenceOf({ dynamodb }: StreamRecord): bigint {
  return BigInt(dynamodb?.SequenceNumber ?? 0);
}
