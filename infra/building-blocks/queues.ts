import { Duration } from "aws-cdk-lib";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import { Queue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { accept } from "./accept.ts";
import { raiseAlarm } from "./alarm.ts";

export interface DeadLetters {
  /** Who is hurt while something lies here. */
  impact: string;
  alarms: ITopic;
}

/** A queue for what failed for good: kept for 14 days, and anything in it rings. */
export function deadLetterQueue(scope: Construct, id: string, props: DeadLetters): Queue {
  const queue = new Queue(scope, id, { enforceSSL: true, retentionPeriod: Duration.days(14) });
  accept(queue, { "AwsSolutions-SQS3": "This is the dead-letter queue; what fails here is read by people." });
  raiseAlarm(scope, `${id}Alarm`, {
    metric: queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(5), statistic: "max" }),
    above: 0,
    impact: props.impact,
    topic: props.alarms,
  });
  return queue;
}

export interface WorkQueue {
  /** The consumer's timeout; a message stays hidden six times as long, as Lambda advises. */
  consumerTimeout: Duration;
  /** How often a message is tried before it is a dead letter; 5 unless told. */
  tries?: number;
  deadLetters: DeadLetters;
}

/** A queue of work with its dead-letter queue behind it. */
export function workQueue(scope: Construct, id: string, props: WorkQueue): Queue {
  return new Queue(scope, id, {
    enforceSSL: true,
    visibilityTimeout: Duration.seconds(6 * props.consumerTimeout.toSeconds()),
    retentionPeriod: Duration.days(4),
    deadLetterQueue: {
      queue: deadLetterQueue(scope, `${id}Failed`, props.deadLetters),
      maxReceiveCount: props.tries ?? 5,
    },
  });
}
