import { CfnOutput, Duration, Stack } from "aws-cdk-lib";
import { type IMetric, Metric } from "aws-cdk-lib/aws-cloudwatch";
import { SqsSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { accept } from "../building-blocks/accept.ts";
import { raiseAlarm } from "../building-blocks/alarm.ts";
import { consumeQueue, consumeStream } from "../building-blocks/consumer.ts";
import type { HouseFunction } from "../building-blocks/house-function.ts";
import { workQueue } from "../building-blocks/queues.ts";
import { runBySchedule } from "../building-blocks/schedule.ts";
import { mayUseTable } from "../building-blocks/table-access.ts";
import { type Foundation, makeFunction } from "../foundation.ts";

/** How many mailers run at most at once, of each of the two kinds; they share the send rate. Lambda takes no fewer than two. */
const workers = 4;
const mailerTimeout = Duration.seconds(60);
const feedbackTimeout = Duration.seconds(30);

/** From a changed item to a mail that arrived: owed, queued, sent once, and what SES says of it. */
export class Mail extends Construct {
  private readonly confirmation: Queue;
  private readonly bulk: Queue;

  constructor(scope: Construct, id: string, ground: Foundation) {
    super(scope, id);
    this.confirmation = workQueue(this, "Confirmation", {
      consumerTimeout: mailerTimeout,
      deadLetters: {
        impact: "People wait for a mail to confirm with that does not come.",
        alarms: ground.alarms,
      },
    });
    this.bulk = workQueue(this, "Bulk", {
      consumerTimeout: mailerTimeout,
      deadLetters: {
        impact: "Reminders and news do not reach those who asked for them.",
        alarms: ground.alarms,
      },
    });
    this.outbox(ground);
    this.mailer(ground, { id: "mail-mailer", queue: this.confirmation });
    this.mailer(ground, { id: "mail-bulk-mailer", queue: this.bulk });
    this.feedback(ground);
    this.sweep(ground);
    this.fanOut(ground);
    this.deliverability(ground);
    new CfnOutput(Stack.of(this), "ConfirmationQueueUrl", { value: this.confirmation.queueUrl });
    new CfnOutput(Stack.of(this), "BulkQueueUrl", { value: this.bulk.queueUrl });
    new CfnOutput(Stack.of(this), "MailerWorkers", { value: String(2 * workers) });
  }

  private outbox(ground: Foundation): void {
    const { data, stage, alarms } = ground;
    const house = makeFunction(this, { ground, entry: "mail-outbox" }, { environment: this.queueUrls() });
    this.maySend(house);
    consumeStream(house, {
      table: data.table,
      filters: [
        { dynamodb: { NewImage: { entity: { S: ["participation", "member", "report", "scope"] } } } },
      ],
      batchWindow: stage.batchWindow,
      parallel: 4,
      impact: "People who signed up get no mail until the sweep finds what is owed.",
      alarms,
    });
  }

  private mailer(ground: Foundation, { id, queue }: { id: string; queue: Queue }): void {
    const { data } = ground;
    const { identity, configurationSet } = data.sender;
    const house = makeFunction(
      this,
      { ground, entry: "mail-mailer" },
      {
        id,
        timeout: mailerTimeout,
        environment: {
          LINK_SECRET_ID: data.linkSecret.secretArn,
          SENDER_ADDRESS: ground.stage.senderAddress,
          REPLY_ADDRESS: ground.stage.replyAddress,
          CONFIGURATION_SET: configurationSet.configurationSetName,
          MAILER_WORKERS: String(2 * workers),
        },
      },
    );
    mayUseTable(house, data.table, "read", "write", "statements");
    data.linkSecret.grantRead(house.role);
    const configurationSetArn = Stack.of(this).formatArn({
      service: "ses",
      resource: "configuration-set",
      resourceName: configurationSet.configurationSetName,
    });
    house.may(["ses:SendRawEmail"], [identity.emailIdentityArn, configurationSetArn]);
    house.may(["ses:GetSendQuota"], ["*"]);
    accept(house, {
      "AwsSolutions-IAM5[Resource::*]":
        "ses:GetSendQuota is of the account; AWS lets no resource be named for it.",
    });
    consumeQueue(house, queue, workers);
  }

  private feedback(ground: Foundation): void {
    const { data, alarms } = ground;
    const queue = workQueue(this, "Feedback", {
      consumerTimeout: feedbackTimeout,
      deadLetters: {
        impact: "We go on mailing addresses that bounce or complained, and lose our sender's name.",
        alarms,
      },
    });
    // Not raw: the envelope names the topic and carries the signature, both of which are checked.
    data.sender.feedback.addSubscription(new SqsSubscription(queue));
    const house = makeFunction(
      this,
      { ground, entry: "mail-feedback" },
      {
        timeout: feedbackTimeout,
        environment: {
          PERSON_KEY_SECRET_ID: data.personKey.secretArn,
          FEEDBACK_TOPIC_ARN: data.sender.feedback.topicArn,
        },
      },
    );
    mayUseTable(house, data.table, "read", "write");
    data.personKey.grantRead(house.role);
    consumeQueue(house, queue, workers);
  }

  private sweep(ground: Foundation): void {
    const house = makeFunction(
      this,
      { ground, entry: "mail-sweep" },
      { timeout: Duration.minutes(4), environment: this.queueUrls() },
    );
    mayUseTable(house, ground.data.table, "read", "write");
    this.maySend(house);
    runBySchedule(house, {
      expression: "rate(5 minutes)",
      impact: "Mails that SES refused for a time, or whose answer was lost, are not sent again.",
      alarms: ground.alarms,
    });
  }

  /** Reminders, changes and cancellations, to everybody registered. */
  private fanOut(ground: Foundation): void {
    const house = makeFunction(
      this,
      { ground, entry: "mail-fan-out" },
      { timeout: Duration.minutes(10), environment: this.queueUrls() },
    );
    mayUseTable(house, ground.data.table, "read", "write");
    this.maySend(house);
    runBySchedule(house, {
      expression: "rate(1 minute)",
      impact: "People hear too late that an event begins, has moved or is cancelled.",
      alarms: ground.alarms,
    });
    new CfnOutput(Stack.of(this), "FanOutFunction", { value: house.lambda.functionName });
  }

  /**
   * What staff must act on before SES does: it puts an account under review at 5 % bounces and 0.1 % complaints, and
   * may stop its sending at 10 % and 0.5 %. The rates are SES's own; the ages are those of the queues.
   */
  private deliverability({ alarms }: Foundation): void {
    const reputation = (metricName: string) =>
      new Metric({ namespace: "AWS/SES", metricName, statistic: "Maximum", period: Duration.hours(1) });
    raiseAlarm(this, "BounceRateAlarm", {
      metric: reputation("Reputation.BounceRate"),
      above: 0.04,
      impact:
        "Soon SES will let us send no mail at all, and nobody can confirm: too many of our mails go to addresses that do not exist.",
      topic: alarms,
    });
    raiseAlarm(this, "ComplaintRateAlarm", {
      metric: reputation("Reputation.ComplaintRate"),
      above: 0.0008,
      impact:
        "Soon SES will let us send no mail at all, and nobody can confirm: too many people mark our mails as spam.",
      topic: alarms,
    });
    raiseAlarm(this, "OldestConfirmationAlarm", {
      metric: ageOf(this.confirmation),
      above: 300,
      impact: "People who signed up have waited for their mail for more than five minutes and will give up.",
      topic: alarms,
    });
    raiseAlarm(this, "OldestBulkAlarm", {
      metric: ageOf(this.bulk),
      above: Duration.hours(6).toSeconds(),
      impact: "Reminders and news are more than six hours late, and may come after what they are about.",
      topic: alarms,
    });
  }

  /** Lets a function see how many mails wait, and nothing of them. */
  mayMeasureQueues(house: HouseFunction): void {
    house.may(["sqs:GetQueueAttributes"], [this.confirmation.queueArn, this.bulk.queueArn]);
  }

  queueUrls(): { CONFIRMATION_QUEUE_URL: string; BULK_QUEUE_URL: string } {
    return { CONFIRMATION_QUEUE_URL: this.confirmation.queueUrl, BULK_QUEUE_URL: this.bulk.queueUrl };
  }

  private maySend(house: HouseFunction): void {
    this.confirmation.grantSendMessages(house.role);
    this.bulk.grantSendMessages(house.role);
  }
}

/** How old the oldest mail in a queue is. Seconds. */
function ageOf(queue: Queue): IMetric {
  return queue.metricApproximateAgeOfOldestMessage({ statistic: "max", period: Duration.minutes(5) });
}
