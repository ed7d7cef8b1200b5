import { CfnOutput, Duration, Stack } from "aws-cdk-lib";
import type { IMetric } from "aws-cdk-lib/aws-cloudwatch";
import { SqsSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { accept } from "../building-blocks/accept.ts";
import { raiseAlarm } from "../building-blocks/alarm.ts";
import { consumeQueue } from "../building-blocks/consumer.ts";
import type { HouseFunction } from "../building-blocks/house-function.ts";
import { workQueue } from "../building-blocks/queues.ts";
import { runBySchedule } from "../building-blocks/schedule.ts";
import { mayUseTable } from "../building-blocks/table-access.ts";
import { type Foundation, makeFunction } from "../foundation.ts";
import { News } from "./news.ts";
import { maySendMail, senderEnvironment, watchReputation } from "./sending.ts";

/** How many mailers run at most at once, of each of the two kinds; they share the send rate. Lambda takes no fewer than two. */
const workers = 4;
const mailerTimeout = Duration.seconds(60);
/** SES may refuse for hours (a rate, a quota, a paused account); a mail is tried again every six minutes meanwhile. */
const mailTries = 100;
const feedbackTimeout = Duration.seconds(30);

/** From a mail that is owed to one that arrived: queued, sent once, and what SES says of it. */
export class Mail extends Construct {
  private readonly confirmation: Queue;
  private readonly bulk: Queue;

  constructor(scope: Construct, id: string, ground: Foundation) {
    super(scope, id);
    this.confirmation = workQueue(this, "Confirmation", {
      consumerTimeout: mailerTimeout,
      tries: mailTries,
      deadLetters: {
        impact: "People wait for a mail to confirm with that does not come.",
        alarms: ground.alarms,
      },
    });
    this.bulk = workQueue(this, "Bulk", {
      consumerTimeout: mailerTimeout,
      tries: mailTries,
      deadLetters: {
        impact: "Reminders and news do not reach those who asked for them.",
        alarms: ground.alarms,
      },
    });
    this.mailer(ground, { id: "mail-mailer", queue: this.confirmation });
    this.mailer(ground, { id: "mail-bulk-mailer", queue: this.bulk });
    this.feedback(ground);
    this.sweep(ground);
    this.fanOut(ground);
    this.deliverability(ground);
    new News(this, "News", { ground, queues: { confirmation: this.confirmation, bulk: this.bulk } });
    watchReputation(this, ground);
    new CfnOutput(Stack.of(this), "ConfirmationQueueUrl", { value: this.confirmation.queueUrl });
    new CfnOutput(Stack.of(this), "BulkQueueUrl", { value: this.bulk.queueUrl });
    new CfnOutput(Stack.of(this), "MailerWorkers", { value: String(2 * workers) });
  }

  private mailer(ground: Foundation, { id, queue }: { id: string; queue: Queue }): void {
    const { data } = ground;
    const house = makeFunction(
      this,
      { ground, entry: "mail-mailer" },
      {
        id,
        timeout: mailerTimeout,
        background: true,
        environment: {
          LINK_SECRET_ID: data.linkSecret.secretArn,
          ...senderEnvironment(ground),
          MAILER_WORKERS: String(2 * workers),
          SEND_RATE: String(ground.stage.sendRate ?? ""),
        },
      },
    );
    mayUseTable(house, data.table, "read", "write", "statements");
    data.linkSecret.grantRead(house.role);
    maySendMail(house, ground);
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

  /** Mails that wait too long; how SES thinks of us is watched in `sending.ts`. */
  private deliverability({ alarms }: Foundation): void {
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

  /** Lets a function put mails into the queues. */
  maySend(house: HouseFunction): void {
    this.confirmation.grantSendMessages(house.role);
    this.bulk.grantSendMessages(house.role);
  }
}

/** How old the oldest mail in a queue is. Seconds. */
function ageOf(queue: Queue): IMetric {
  return queue.metricApproximateAgeOfOldestMessage({ statistic: "max", period: Duration.minutes(5) });
}
