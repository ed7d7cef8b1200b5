import { Construct } from "constructs";
import { routes } from "../../shared/contracts/routes.ts";
import { mayUseTable } from "../building-blocks/table-access.ts";
import { type Foundation, makeFunction } from "../foundation.ts";

/** Pages for people, pictures of the counts where pages are shared, health and the description of the API for machines. */
export class Website extends Construct {
  constructor(scope: Construct, id: string, ground: Foundation) {
    super(scope, id);
    const pages = makeFunction(
      this,
      { ground, entry: "website-pages" },
      { environment: { REPLY_ADDRESS: ground.stage.replyAddress } },
    );
    mayUseTable(pages, ground.data.table, "read");
    ground.api.send(routes["website-pages"], pages);
    const pictures = makeFunction(this, { ground, entry: "website-pictures" });
    mayUseTable(pictures, ground.data.table, "read");
    ground.api.send(routes["website-pictures"], pictures);
    const meta = makeFunction(this, { ground, entry: "website-meta" });
    ground.api.send(routes["website-meta"], meta);
  }
}
