import { Duration } from "aws-cdk-lib";
import { Construct } from "constructs";
import { routes } from "../../shared/contracts/routes.ts";
import { mayUseTable } from "../building-blocks/table-access.ts";
import { type Foundation, makeFunction } from "../foundation.ts";
import type { Mail } from "./mail.ts";

/** API Gateway waits for 30 seconds; a year of a large campaign is read in some of them. */
const timeout = Duration.seconds(29);

export interface StaffProps {
  ground: Foundation;
  /** Whose queues are looked at. */
  mail: Mail;
}

/** Campaigns as staff make them, and what staff look at and take away: metrics, the audit list, files for spreadsheets. */
export class Staff extends Construct {
  constructor(scope: Construct, id: string, { ground, mail }: StaffProps) {
    super(scope, id);
    this.campaigns(ground);
    this.metrics(ground, mail);
    this.exports(ground);
  }

  private campaigns(ground: Foundation): void {
    const house = makeFunction(this, { ground, entry: "staff-campaigns" });
    mayUseTable(house, ground.data.table, "read", "write");
    ground.api.sendStaff(routes["staff-campaigns"], house);
  }

  private metrics(ground: Foundation, mail: Mail): void {
    const house = makeFunction(
      this,
      { ground, entry: "staff-metrics" },
      { timeout, environment: mail.queueUrls() },
    );
    mayUseTable(house, ground.data.table, "read");
    mail.mayMeasureQueues(house);
    ground.api.sendStaff(routes["staff-metrics"], house);
  }

  /** Apart from the metrics, since it reads addresses; it writes nothing but that it did. */
  private exports(ground: Foundation): void {
    const house = makeFunction(this, { ground, entry: "staff-exports" }, { timeout });
    mayUseTable(house, ground.data.table, "read");
    house.may(["dynamodb:PutItem"], [ground.data.table.tableArn]);
    ground.api.sendStaff(routes["staff-exports"], house);
  }
}
