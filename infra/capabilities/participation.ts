import { Duration } from "aws-cdk-lib";
import { Construct } from "constructs";
import { routes } from "../../shared/contracts/routes.ts";
import { consumeStream } from "../building-blocks/consumer.ts";
import type { HouseFunction } from "../building-blocks/house-function.ts";
import { runBySchedule } from "../building-blocks/schedule.ts";
import { mayUseTable } from "../building-blocks/table-access.ts";
import { type Foundation, makeFunction } from "../foundation.ts";

/** From the form to the count: signing up, confirming, counting, recounting, expiring. */
export class Participation extends Construct {
  readonly reconcile: HouseFunction;

  constructor(scope: Construct, id: string, ground: Foundation) {
    super(scope, id);
    this.signup(ground);
    this.counts(ground);
    this.tally(ground);
    this.expiry(ground);
    this.reconcile = this.recount(ground);
  }

  private signup(ground: Foundation): void {
    const { data, api } = ground;
    const house = makeFunction(
      this,
      { ground, entry: "participation-api" },
      {
        environment: {
          PERSON_KEY_SECRET_ID: data.personKey.secretArn,
          LINK_SECRET_ID: data.linkSecret.secretArn,
        },
      },
    );
    mayUseTable(house, data.table, "read", "write");
    data.personKey.grantRead(house.role);
    data.linkSecret.grantRead(house.role);
    api.send(routes["participation-api"], house);
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
      { timeout: Duration.seconds(60) },
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

  private expiry(ground: Foundation): void {
    const { data, stage, alarms } = ground;
    const house = makeFunction(
      this,
      { ground, entry: "participation-expiry" },
      { timeout: Duration.minutes(5) },
    );
    mayUseTable(house, data.table, "read", "write");
    const impact = "Unconfirmed signups and their personal data are kept longer than we promise.";
    consumeStream(house, {
      table: data.table,
      filters: [{ eventName: ["REMOVE"] }],
      batchWindow: stage.batchWindow,
      parallel: 1,
      impact,
      alarms,
    });
    runBySchedule(house, { expression: "cron(40 3 * * ? *)", impact, alarms });
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
      impact: "Public counts that drifted stay wrong for another day.",
      alarms: ground.alarms,
    });
    return house;
  }
}
