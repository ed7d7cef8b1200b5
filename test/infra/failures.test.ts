import { describe, expect, it } from "vitest";
import { templates } from "./templates.ts";

const resources = templates().prod.service;
const ofType = (type: string) => Object.entries(resources).filter(([, { Type }]) => Type === type);
const mappings = ofType("AWS::Lambda::EventSourceMapping").map(([, { Properties }]) => Properties);
const streams = mappings.filter(({ StartingPosition }) => StartingPosition);
const queues = mappings.filter(({ StartingPosition }) => !StartingPosition);

describe("what fails", () => {
  it("is tried again alone: every consumer names the items that failed", () => {
    expect(mappings.length).toBe(8);
    for (const { FunctionResponseTypes } of mappings)
      expect(FunctionResponseTypes).toEqual(["ReportBatchItemFailures"]);
  });

  it("of the stream is read by two, as many as a shard bears, halved, given up after a time, and named in a queue", () => {
    expect(streams).toHaveLength(2);
    for (const stream of streams) {
      expect(stream).toMatchObject({
        BatchSize: 100,
        BisectBatchOnFunctionError: true,
        MaximumBatchingWindowInSeconds: 1,
      });
      expect(stream.MaximumRetryAttempts).toBeGreaterThan(0);
      expect(stream.MaximumRecordAgeInSeconds).toBeLessThanOrEqual(24 * 3600);
      expect(stream.DestinationConfig.OnFailure.Destination).toBeDefined();
      expect(stream.FilterCriteria.Filters.length).toBeGreaterThan(0);
    }
  });

  it("of a queue goes to its dead-letter queue, and every queue is one or has one", () => {
    const all = ofType("AWS::SQS::Queue");
    const withRedrive = all.filter(([, { Properties }]) => Properties.RedrivePolicy);
    const behind = withRedrive.map(
      ([, { Properties }]) => Properties.RedrivePolicy.deadLetterTargetArn["Fn::GetAtt"][0],
    );
    const forFailures = JSON.stringify([
      ...streams.map(({ DestinationConfig }) => DestinationConfig),
      ...ofType("AWS::Lambda::EventInvokeConfig").map(([, { Properties }]) => Properties.DestinationConfig),
    ]);
    for (const [id, { Properties }] of all) {
      expect(
        Properties.RedrivePolicy || behind.includes(id) || forFailures.includes(`"${id}"`),
        id,
      ).toBeTruthy();
    }
  });

  it("of a schedule is tried again, then kept", () => {
    const schedules = ofType("AWS::Scheduler::Schedule");
    expect(schedules.length).toBeGreaterThanOrEqual(4);
    for (const [, { Properties }] of schedules) {
      expect(Properties.Target.DeadLetterConfig.Arn).toBeDefined();
      expect(Properties.Target.RetryPolicy.MaximumRetryAttempts).toBeGreaterThan(0);
    }
  });

  it("rings, and says whom it hurts", () => {
    const alarms = ofType("AWS::CloudWatch::Alarm");
    expect(alarms.length).toBeGreaterThan(8);
    for (const [, { Properties }] of alarms) {
      expect(Properties.AlarmDescription).toMatch(/^Impact: .{20,}\.$/);
      expect(Properties.AlarmActions).toHaveLength(1);
    }
  });
});

describe("what staff must act on", () => {
  const alarms = ofType("AWS::CloudWatch::Alarm").map(([, { Properties }]) => Properties);
  const on = (metric: string) => alarms.filter(({ MetricName }) => MetricName === metric);

  it("rings before SES stops our sending for bounces or complaints", () => {
    expect(on("Reputation.BounceRate")).toMatchObject([{ Namespace: "AWS/SES", Threshold: 0.03 }]);
    expect(on("Reputation.ComplaintRate")).toMatchObject([{ Namespace: "AWS/SES", Threshold: 0.0007 }]);
  });

  it("rings when the oldest mail is late, a confirmation long before news", () => {
    expect(
      on("ApproximateAgeOfOldestMessage")
        .map(({ Threshold }) => Threshold)
        .sort(),
    ).toEqual([21_600, 300]);
  });

  it("rings when a count had drifted", () => {
    expect(on("CounterDrift")).toHaveLength(1);
  });
});

describe("mailers", () => {
  it("run no more at once than they are told that they do", () => {
    for (const { ScalingConfig } of queues)
      expect(ScalingConfig.MaximumConcurrency).toBeGreaterThanOrEqual(2);
    const functions = ofType("AWS::Lambda::Function").map(([, { Properties }]) => Properties);
    const told = functions.flatMap(({ Environment }) => Environment?.Variables?.MAILER_WORKERS ?? []);
    expect(told).toEqual(["8", "8"]);
    // Both kinds share the account's rate, so each is told of the workers of both.
    const mailers = ofType("AWS::Lambda::Function").filter(
      ([, { Properties }]) => Properties.Environment?.Variables?.MAILER_WORKERS,
    );
    const theirs = queues.filter(({ FunctionName }) => mailers.some(([id]) => id === FunctionName.Ref));
    expect(theirs).toHaveLength(2);
    for (const { ScalingConfig } of theirs)
      expect(String(2 * ScalingConfig.MaximumConcurrency)).toBe(told[0]);
  });
});
