import { Duration } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { SqsDestination } from "aws-cdk-lib/aws-lambda-destinations";
import { CfnSchedule } from "aws-cdk-lib/aws-scheduler";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import type { HouseFunction } from "./house-function.ts";
import { deadLetterQueue } from "./queues.ts";

export interface ScheduleProps {
  /** `rate(5 minutes)`, or `cron(…)` in UTC. */
  expression: string;
  /** Who is hurt when a run is lost. */
  impact: string;
  alarms: ITopic;
}

/** Runs a function by the clock. A run that cannot be started, or fails twice more, is named in a dead-letter queue. */
export function runBySchedule(house: HouseFunction, props: ScheduleProps): void {
  const failed = deadLetterQueue(house, "RunFailed", props);
  house.lambda.configureAsyncInvoke({
    retryAttempts: 2,
    maxEventAge: Duration.hours(1),
    onFailure: new SqsDestination(failed),
  });
  const role = new Role(house, "ScheduleRole", {
    assumedBy: new ServicePrincipal("scheduler.amazonaws.com"),
  });
  role.addToPolicy(
    new PolicyStatement({ actions: ["lambda:InvokeFunction"], resources: [house.lambda.functionArn] }),
  );
  failed.grantSendMessages(role);
  const schedule = new CfnSchedule(house, "Schedule", {
    scheduleExpression: props.expression,
    flexibleTimeWindow: { mode: "OFF" },
    target: {
      arn: house.lambda.functionArn,
      roleArn: role.roleArn,
      deadLetterConfig: { arn: failed.queueArn },
      retryPolicy: { maximumRetryAttempts: 3, maximumEventAgeInSeconds: 3600 },
    },
  });
  schedule.node.addDependency(role);
}
