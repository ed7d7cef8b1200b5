import { Construct } from "constructs";
import { routes } from "../../shared/contracts/routes.ts";
import { mayUseTable } from "../building-blocks/table-access.ts";
import { type Foundation, makeFunction } from "../foundation.ts";

/** Campaigns and events as the public reads them. */
export class Events extends Construct {
  constructor(scope: Construct, id: string, ground: Foundation) {
    super(scope, id);
    const house = makeFunction(this, { ground, entry: "events-api" });
    mayUseTable(house, ground.data.table, "read");
    ground.api.send(routes["events-api"], house);
  }
}
