import { Stack } from "aws-cdk-lib";
import { Construct } from "constructs";
import { routes } from "../../shared/contracts/routes.ts";
import { mayUseTable } from "../building-blocks/table-access.ts";
import { type Foundation, makeFunction } from "../foundation.ts";
import { seenOf } from "../stage.ts";

/** Pages for people, pictures of the counts where pages are shared, health and the description of the API for machines. */
export class Website extends Construct {
  constructor(scope: Construct, id: string, ground: Foundation) {
    super(scope, id);
    const { stage, data, origin } = ground;
    const pages = makeFunction(
      this,
      { ground, entry: "website-pages" },
      {
        environment: {
          REPLY_ADDRESS: stage.replyAddress,
          ...seenOf(stage),
          STAFF_CLIENT_ID: data.staff.client.userPoolClientId,
          // Locally the front passes sign-ins on, so that the console reaches nothing but its own address.
          STAFF_SIGN_IN_URL: stage.isLocal
            ? `${origin}/cognito-idp/`
            : `https://cognito-idp.${Stack.of(this).region}.amazonaws.com/`,
        },
      },
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
