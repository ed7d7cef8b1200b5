import { Duration } from "aws-cdk-lib";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { routes } from "../../shared/contracts/routes.ts";
import { raiseAlarm } from "../building-blocks/alarm.ts";
import { consumeQueue, consumeStream } from "../building-blocks/consumer.ts";
import type { HouseFunction } from "../building-blocks/house-function.ts";
import { workQueue } from "../building-blocks/queues.ts";
import { runBySchedule } from "../building-blocks/schedule.ts";
import { mayUseTable } from "../building-blocks/table-access.ts";
import { mayUsePictures } from "../data/pictures.ts";
import { type Foundation, makeFunction } from "../foundation.ts";
import { retentionOf, seenOf } from "../stage.ts";

const forgetTimeout = Duration.seconds(60);

/** Views of forms a second that are told at most. One in ten of 2,000 are 200; what is above is lost, and costs no signup. */
const mostSeen = 300;

/** From the form to the count: signing up, confirming, counting, recounting, expiring. */
export class Participation extends Construct {
  readonly reconcile: HouseFunction;
  /** Takes whose signup was never confirmed. */
  readonly forgetting: Queue;

  constructor(scope: Construct, id: string, ground: Foundation) {
    super(scope, id);
    // It serves members' links too, whose page shows a logo that the public may not see yet.
    mayUsePictures(this.signup(ground, "participation-api"), ground.data.pictures, { kept: ["Get"] });
    // Apart, since it carries the public suffix list, which telling an organization's own domain takes.
    this.signup(ground, "participation-sign");
    this.staff(ground);
    this.seen(ground);
    this.counts(ground);
    this.tally(ground);
    this.forgetting = this.forget(ground);
    this.reconcile = this.recount(ground);
    this.openData(ground);
  }

  private openData(ground: Foundation): void {
    const house = makeFunction(
      this,
      { ground, entry: "participation-open-data" },
      { timeout: Duration.minutes(15) },
    );
    mayUseTable(house, ground.data.table, "read", "write", "batch");
    runBySchedule(house, {
      expression: "cron(25 0 * * ? *)",
      impact: "The open data lacks the file of yesterday until a later run makes it.",
      alarms: ground.alarms,
    });
  }

  private signup(ground: Foundation, entry: "participation-api" | "participation-sign"): HouseFunction {
    const { data, api } = ground;
    const house = makeFunction(
      this,
      { ground, entry },
      {
        environment: {
          PERSON_KEY_SECRET_ID: data.personKey.secretArn,
          LINK_SECRET_ID: data.linkSecret.secretArn,
          ...(entry === "participation-api" && { PICTURES_BUCKET: data.pictures.bucketName }),
          ...retentionOf(ground.stage),
        },
      },
    );
    mayUseTable(house, data.table, "read", "write");
    data.personKey.grantRead(house.role);
    data.linkSecret.grantRead(house.role);
    api.send(routes[entry], house);
    return house;
  }

  /** Apart from signing up: it reads the key under which people are known, and no secret of links. */
  private staff(ground: Foundation): void {
    const { data, api } = ground;
    const environment = { PERSON_KEY_SECRET_ID: data.personKey.secretArn };
    const house = makeFunction(this, { ground, entry: "participation-staff" }, { environment });
    mayUseTable(house, data.table, "read", "write");
    data.personKey.grantRead(house.role);
    api.sendStaff(routes["participation-staff"], house);
  }

  /** Apart, so that whoever floods it reaches what may add to figures and do nothing else. */
  private seen(ground: Foundation): void {
    const { data, api, stage } = ground;
    const house = makeFunction(
      this,
      { ground, entry: "participation-seen" },
      { environment: seenOf(stage), background: true },
    );
    mayUseTable(house, data.table, "read", "update");
    api.send(routes["participation-seen"], house);
    api.limit(routes["participation-seen"], mostSeen);
  }

  private counts(ground: Foundation): void {
    const house = makeFunction(this, { ground, entry: "participation-counts" });
    mayUseTable(house, ground.data.table, "read");
    ground.api.send(routes["participation-counts"], house);
  }

  private tally(ground: Foundation): void {
    const { data, stage, alarms } = ground;
    const house = makeFunction(
      this,
      { ground, entry: "participation-tally" },
      { timeout: Duration.seconds(60), background: true },
    );
    mayUseTable(house, data.table, "read", "write");
    consumeStream(house, {
      table: data.table,
      filters: [{ dynamodb: { NewImage: { entity: { S: ["participation", "member", "report"] } } } }],
      batchWindow: stage.batchWindow,
      parallel: 4,
      impact:
        "Confirmed people are missing from the public counts until the tally catches up or the reconciler runs.",
      alarms,
    });
  }

  private forget(ground: Foundation): Queue {
    const queue = workQueue(this, "Forgetting", {
      consumerTimeout: forgetTimeout,
      deadLetters: {
        impact: "Addresses that nobody confirmed are kept until the next daily recount.",
        alarms: ground.alarms,
      },
    });
    const house = makeFunction(this, { ground, entry: "participation-forget" }, { timeout: forgetTimeout });
    mayUseTable(house, ground.data.table, "read", "write");
    consumeQueue(house, queue, 4);
    return queue;
  }

  private recount(ground: Foundation): HouseFunction {
    const house = makeFunction(
      this,
      { ground, entry: "participation-reconcile" },
      { timeout: Duration.minutes(15) },
    );
    mayUseTable(house, ground.data.table, "read", "write", "scan");
    runBySchedule(house, {
      expression: "cron(10 3 * * ? *)",
      impact:
        "Public counts that drifted stay wrong, and addresses that nobody confirmed are kept, for another day.",
      alarms: ground.alarms,
    });
    raiseAlarm(house, "CounterDriftAlarm", {
      metric: reconcileMetric("CounterDrift"),
      above: 0,
      impact: "The public saw a number that was wrong. It has been mended, but whatever made it so has not.",
      topic: ground.alarms,
    });
    raiseAlarm(house, "CannotBeCountedAlarm", {
      metric: reconcileMetric("CannotBeCounted"),
      above: 0,
      impact: "Somebody who confirmed is in no count: what is stored of them cannot be read.",
      topic: ground.alarms,
    });
    return house;
  }
}

/** As `functions/participation/reconcile.ts` publishes it. */
function reconcileMetric(metricName: string): Metric {
  const dimensionsMap = { service: "reconcile" };
  return new Metric({
    namespace: "Coalition",
    metricName,
    dimensionsMap,
    statistic: "max",
    period: Duration.hours(1),
  });
}
