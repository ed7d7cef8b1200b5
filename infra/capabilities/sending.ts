import { Duration, Stack } from "aws-cdk-lib";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import type { Construct } from "constructs";
import { raiseAlarm } from "../building-blocks/alarm.ts";
import type { HouseFunction } from "../building-blocks/house-function.ts";
import type { Foundation } from "../foundation.ts";

/** Whom a function that sends says it is. */
export function senderEnvironment({ stage, data }: Foundation): Record<string, string> {
  return {
    SENDER_ADDRESS: stage.senderAddress,
    REPLY_ADDRESS: stage.replyAddress,
    CONFIGURATION_SET: data.sender.configurationSet.configurationSetName,
  };
}

/** Lets a function send raw mails as our identity, with our configuration set, and as nobody else. */
export function maySendMail(house: HouseFunction, { data }: Foundation): void {
  const { identity, configurationSet } = data.sender;
  const configurationSetArn = Stack.of(house).formatArn({
    service: "ses",
    resource: "configuration-set",
    resourceName: configurationSet.configurationSetName,
  });
  house.may(["ses:SendRawEmail"], [identity.emailIdentityArn, configurationSetArn]);
}

/** SES reviews an account at 5 % bounces and 0.1 % complaints; we want to hear of it before. */
export function watchReputation(scope: Construct, { alarms }: Foundation): void {
  const rate = (metricName: string) =>
    new Metric({ namespace: "AWS/SES", metricName, statistic: "max", period: Duration.minutes(15) });
  raiseAlarm(scope, "BounceRateAlarm", {
    metric: rate("Reputation.BounceRate"),
    above: 0.03,
    impact: "SES may pause our account, and then nobody gets a mail to confirm with.",
    topic: alarms,
  });
  raiseAlarm(scope, "ComplaintRateAlarm", {
    metric: rate("Reputation.ComplaintRate"),
    above: 0.0007,
    impact: "People mark our mails as spam; hosts begin to hide them, and SES may pause our account.",
    topic: alarms,
  });
}
