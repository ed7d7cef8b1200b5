import { DescribeTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { DynamoDBRecord } from "aws-lambda";
import { clientFor } from "./provided.ts";
import { dynamoEndpoint } from "./tables.ts";

/**
 * Every record that a table's stream holds by now, oldest first, in the shape in which Lambda hands them to a consumer.
 * Read again, it gives the same and what came since.
 */
export async function streamRecords(table: string): Promise<DynamoDBRecord[]> {
  const client = new DynamoDBClient(clientFor(dynamoEndpoint()));
  const { Table } = await client.send(new DescribeTableCommand({ TableName: table }));
  client.destroy();
  const StreamArn = Table?.LatestStreamArn;
  const { StreamDescription } = await ask<Described>("DescribeStream", { StreamArn });
  const all: DynamoDBRecord[] = [];
  for (const { ShardId } of StreamDescription.Shards)
    all.push(...(await shardRecords({ StreamArn, ShardId })));
  return all;
}

interface Described {
  StreamDescription: { Shards: { ShardId: string }[] };
}
interface Page {
  Records: DynamoDBRecord[];
  NextShardIterator?: string;
}

async function shardRecords(shard: {
  StreamArn: string | undefined;
  ShardId: string;
}): Promise<DynamoDBRecord[]> {
  const records: DynamoDBRecord[] = [];
  const start = await ask<{ ShardIterator?: string }>("GetShardIterator", {
    ...shard,
    ShardIteratorType: "TRIM_HORIZON",
  });
  let iterator = start.ShardIterator;
  while (iterator) {
    const page: Page = await ask<Page>("GetRecords", { ShardIterator: iterator });
    records.push(...page.Records);
    // An open shard always names a next iterator; an empty page is its end for now.
    iterator = page.Records.length ? page.NextShardIterator : undefined;
  }
  return records;
}

/** The streams API is four calls of which tests need three; the engines ask for a signature's form only. */
async function ask<Answer>(operation: string, body: Record<string, unknown>): Promise<Answer> {
  const answer = await fetch(dynamoEndpoint(), {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.0",
      "x-amz-target": `DynamoDBStreams_20120810.${operation}`,
      authorization:
        "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0",
    },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${operation}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Answer;
}
