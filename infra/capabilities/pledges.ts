import { Construct } from "constructs";
import { routes } from "../../shared/contracts/routes.ts";
import { mayUseTable } from "../building-blocks/table-access.ts";
import { type Foundation, makeFunction } from "../foundation.ts";

/** Pledges and statements: what is signed, who signed it, and what became of the promise. */
export class Pledges extends Construct {
  constructor(scope: Construct, id: string, ground: Foundation) {
    super(scope, id);
    this.reading(ground);
  }

  private reading(ground: Foundation): void {
    const house = makeFunction(this, { ground, entry: "pledges-api" });
    mayUseTable(house, ground.data.table, "read");
    ground.api.send(routes["pledges-api"], house);
  }
}
