import { CfnOutput, Duration, Stack } from "aws-cdk-lib";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { routes } from "../../shared/contracts/routes.ts";
import { runBySchedule } from "../building-blocks/schedule.ts";
import { mayUseTable } from "../building-blocks/table-access.ts";
import { type Foundation, makeFunction } from "../foundation.ts";
import { maySendMail, senderEnvironment } from "./sending.ts";

export interface MailQueues {
  confirmation: IQueue;
  bulk: IQueue;
}

/** A campaign's news: written by organizers, and fanned out to those who agreed, a run each minute. */
export class News extends Construct {
  constructor(scope: Construct, id: string, { ground, queues }: { ground: Foundation; queues: MailQueues }) {
    super(scope, id);
    this.writing(ground);
    this.fanOut(ground, queues);
  }

  private writing(ground: Foundation): void {
    const house = makeFunction(
      this,
      { ground, entry: "mail-news-api" },
      { environment: senderEnvironment(ground) },
    );
    mayUseTable(house, ground.data.table, "read", "write");
    maySendMail(house, ground);
    ground.api.sendStaff(routes["mail-news-api"], house);
  }

  private fanOut(ground: Foundation, { confirmation, bulk }: MailQueues): void {
    const house = makeFunction(
      this,
      { ground, entry: "mail-news" },
      {
        timeout: Duration.minutes(5),
        environment: { CONFIRMATION_QUEUE_URL: confirmation.queueUrl, BULK_QUEUE_URL: bulk.queueUrl },
      },
    );
    mayUseTable(house, ground.data.table, "read", "write");
    bulk.grantSendMessages(house.role);
    house.may(["sqs:GetQueueAttributes"], [bulk.queueArn]);
    runBySchedule(house, {
      expression: "rate(1 minute)",
      impact: "A campaign's news stop on their way; they go on from where they were once this runs again.",
      alarms: ground.alarms,
    });
    new CfnOutput(Stack.of(this), "NewsFunction", { value: house.lambda.functionName });
  }
}
