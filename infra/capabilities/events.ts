import { CfnOutput, Duration, Stack } from "aws-cdk-lib";
import { Construct } from "constructs";
import { routes } from "../../shared/contracts/routes.ts";
import { runBySchedule } from "../building-blocks/schedule.ts";
import { mayUseTable } from "../building-blocks/table-access.ts";
import { mayUsePictures } from "../data/pictures.ts";
import { type Foundation, makeFunction } from "../foundation.ts";

/** Events: as the public reads them, proposed, decided on by staff, and their seats passed on. */
export class Events extends Construct {
  constructor(scope: Construct, id: string, ground: Foundation) {
    super(scope, id);
    this.reading(ground);
    this.proposing(ground);
    this.organizing(ground);
    this.door(ground);
    this.seats(ground);
  }

  private reading(ground: Foundation): void {
    const house = makeFunction(this, { ground, entry: "events-api" });
    mayUseTable(house, ground.data.table, "read");
    ground.api.send(routes["events-api"], house);
  }

  private proposing(ground: Foundation): void {
    const { data, api } = ground;
    const environment = {
      PERSON_KEY_SECRET_ID: data.personKey.secretArn,
      LINK_SECRET_ID: data.linkSecret.secretArn,
      PICTURES_BUCKET: data.pictures.bucketName,
    };
    // A picture may take five seconds to draw before it is given up.
    const timeout = Duration.seconds(20);
    const house = makeFunction(this, { ground, entry: "events-proposals" }, { environment, timeout });
    mayUseTable(house, data.table, "read", "write");
    mayUsePictures(house, data.pictures, { kept: ["Get", "Put"] });
    data.personKey.grantRead(house.role);
    data.linkSecret.grantRead(house.role);
    api.send(routes["events-proposals"], house);
    api.sendStaff(routes["events-proposals-staff"], house);
  }

  private organizing(ground: Foundation): void {
    const { linkSecret, table } = ground.data;
    const environment = { LINK_SECRET_ID: linkSecret.secretArn };
    const house = makeFunction(this, { ground, entry: "events-staff" }, { environment });
    mayUseTable(house, table, "read", "write");
    linkSecret.grantRead(house.role);
    ground.api.sendStaff(routes["events-staff"], house);
  }

  private door(ground: Foundation): void {
    const { linkSecret, table } = ground.data;
    const environment = { LINK_SECRET_ID: linkSecret.secretArn };
    const house = makeFunction(this, { ground, entry: "events-door" }, { environment });
    mayUseTable(house, table, "read", "write");
    linkSecret.grantRead(house.role);
    ground.api.send(routes["events-door"], house);
  }

  private seats(ground: Foundation): void {
    const house = makeFunction(
      this,
      { ground, entry: "events-seat-sweep" },
      { timeout: Duration.minutes(2) },
    );
    mayUseTable(house, ground.data.table, "read", "write");
    runBySchedule(house, {
      expression: "rate(1 minute)",
      impact: "Seats that nobody accepted stay empty, and organizers are not asked how many came.",
      alarms: ground.alarms,
    });
    new CfnOutput(Stack.of(this), "ReportSweepFunction", { value: house.lambda.functionName });
  }
}
