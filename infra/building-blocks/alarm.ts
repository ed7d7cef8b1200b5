import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import type { Construct } from "constructs";

export interface ImpactAlarm {
  metric: IMetric;
  /** Rings above this. */
  above: number;
  /** Of how many periods in a row; 1 unless told. */
  periods?: number;
  /** One sentence: who is hurt, and how, while this rings. An alarm without one is noise. */
  impact: string;
  /** Where alarms go. */
  topic: ITopic;
}

/** An alarm that says what it means to people. Missing data is no alarm: most of our metrics are silent when all is well. */
export function raiseAlarm(scope: Construct, id: string, alarm: ImpactAlarm): Alarm {
  const made = new Alarm(scope, id, {
    metric: alarm.metric,
    threshold: alarm.above,
    evaluationPeriods: alarm.periods ?? 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
    alarmDescription: `Impact: ${alarm.impact}`,
  });
  made.addAlarmAction(new SnsAction(alarm.topic));
  return made;
}
