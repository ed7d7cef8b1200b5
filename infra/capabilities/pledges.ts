import { CfnOutput, Duration, Stack } from "aws-cdk-lib";
import { Construct } from "constructs";
import { routes } from "../../shared/contracts/routes.ts";
import { consumeStream } from "../building-blocks/consumer.ts";
import { runBySchedule } from "../building-blocks/schedule.ts";
import { mayUseTable } from "../building-blocks/table-access.ts";
import { type Foundation, makeFunction } from "../foundation.ts";

/** Pledges and statements: what is signed, who signed it, and what became of the promise. */
export class Pledges extends Construct {
  constructor(scope: Construct, id: string, ground: Foundation) {
    super(scope, id);
    this.reading(ground);
    this.staff(ground);
    this.following(ground);
    this.asking(ground);
  }

  private reading(ground: Foundation): void {
    const house = makeFunction(this, { ground, entry: "pledges-api" });
    mayUseTable(house, ground.data.table, "read");
    ground.api.send(routes["pledges-api"], house);
  }

  private staff(ground: Foundation): void {
    const house = makeFunction(this, { ground, entry: "pledges-staff" });
    mayUseTable(house, ground.data.table, "read", "write");
    ground.api.sendStaff(routes["pledges-staff"], house);
  }

  private following(ground: Foundation): void {
    const { data, stage, alarms } = ground;
    const house = makeFunction(this, { ground, entry: "pledges-follow" }, { timeout: Duration.seconds(60) });
    mayUseTable(house, data.table, "read", "write", "batch");
    const scope = { S: [{ prefix: "pledge." }, { prefix: "statement." }] };
    consumeStream(house, {
      table: data.table,
      filters: [{ dynamodb: { NewImage: { entity: { S: ["participation"] }, scope } } }],
      batchWindow: stage.batchWindow,
      parallel: 4,
      impact: "Names of those who withdrew stay in public, and those who signed are missing from the lists.",
      alarms,
    });
  }

  private asking(ground: Foundation): void {
    const house = makeFunction(this, { ground, entry: "pledges-ask" }, { timeout: Duration.minutes(4) });
    mayUseTable(house, ground.data.table, "read", "write");
    runBySchedule(house, {
      expression: "rate(5 minutes)",
      impact: "Nobody is asked whether they kept their promise, or whether their signature holds.",
      alarms: ground.alarms,
    });
    new CfnOutput(Stack.of(this), "AskFunction", { value: house.lambda.functionName });
  }
}
