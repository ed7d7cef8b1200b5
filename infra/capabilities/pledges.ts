import { Duration } from "aws-cdk-lib";
import { Construct } from "constructs";
import { routes } from "../../shared/contracts/routes.ts";
import { consumeStream } from "../building-blocks/consumer.ts";
import { mayUseTable } from "../building-blocks/table-access.ts";
import { type Foundation, makeFunction } from "../foundation.ts";

/** Pledges and statements: what is signed, who signed it, and what became of the promise. */
export class Pledges extends Construct {
  constructor(scope: Construct, id: string, ground: Foundation) {
    super(scope, id);
    this.reading(ground);
    this.following(ground);
  }

  private reading(ground: Foundation): void {
    const house = makeFunction(this, { ground, entry: "pledges-api" });
    mayUseTable(house, ground.data.table, "read");
    ground.api.send(routes["pledges-api"], house);
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
}
