import { Duration } from "aws-cdk-lib";
import type { TableV2 } from "aws-cdk-lib/aws-dynamodb";
import { EventSourceMapping, FilterCriteria, StartingPosition } from "aws-cdk-lib/aws-lambda";
import { SqsDlq } from "aws-cdk-lib/aws-lambda-event-sources";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { accept } from "./accept.ts";
import { raiseAlarm } from "./alarm.ts";
import type { HouseFunction } from "./house-function.ts";
import { deadLetterQueue } from "./queues.ts";

export interface StreamConsumerProps {
  table: TableV2;
  /** Patterns of Lambda's event filter, any of which lets a record through. */
  filters: Record<string, unknown>[];
  batchWindow: Duration;
  /** Batches of one shard that may run at once; records of one item stay in order. */
  parallel: number;
  /** Who is hurt while records fail or lag. */
  impact: string;
  alarms: ITopic;
}

/**
 * Reads the table's stream: whole batches of 100, only the failed ones again, halved to find the one that fails; what
 * still fails after ten tries or six hours is named in a queue, and the shard goes on.
 */
export function consumeStream(house: HouseFunction, props: StreamConsumerProps): void {
  const { table, impact, alarms } = props;
  const streamArn = table.tableStreamArn;
  if (!streamArn) throw new Error("the table has no stream");
  const failed = deadLetterQueue(house, "StreamFailed", { impact, alarms });
  failed.grantSendMessages(house.role);
  mayReadStream(house, streamArn);
  const mapping = new EventSourceMapping(house, "Stream", {
    target: house.lambda,
    eventSourceArn: streamArn,
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: 100,
    maxBatchingWindow: props.batchWindow,
    parallelizationFactor: props.parallel,
    reportBatchItemFailures: true,
    bisectBatchOnError: true,
    retryAttempts: 10,
    maxRecordAge: Duration.hours(6),
    onFailure: new SqsDlq(failed),
    filters: props.filters.map((filter) => FilterCriteria.filter(filter)),
  });
  mapping.node.addDependency(house.role);
  raiseAlarm(house, "StreamLagAlarm", {
    metric: house.lambda.metric("IteratorAge", { statistic: "max", period: Duration.minutes(5) }),
    above: Duration.minutes(5).toMilliseconds(),
    impact,
    topic: alarms,
  });
}

function mayReadStream(house: HouseFunction, streamArn: string): void {
  house.may(["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"], [streamArn]);
  house.may(["dynamodb:ListStreams"], ["*"]);
  accept(house, {
    "AwsSolutions-IAM5[Resource::*]":
      "ListStreams, which Lambda asks for before it reads, is of the account; it tells names of streams and no records.",
  });
}

/** Reads a queue: only the failed messages again, at most `workers` at once. */
export function consumeQueue(house: HouseFunction, queue: IQueue, workers: number): void {
  queue.grantConsumeMessages(house.role);
  const mapping = new EventSourceMapping(house, "Queue", {
    target: house.lambda,
    eventSourceArn: queue.queueArn,
    batchSize: 10,
    reportBatchItemFailures: true,
    maxConcurrency: workers,
  });
  mapping.node.addDependency(house.role);
}
