import { Duration } from "aws-cdk-lib";
import { Construct } from "constructs";
import { routes } from "../../shared/contracts/routes.ts";
import { mayUseTable } from "../building-blocks/table-access.ts";
import { type Foundation, makeFunction } from "../foundation.ts";

/** The coalition's members: applying, the directory, and the reviewers' queue. Links in mails are participation's. */
export class Membership extends Construct {
  constructor(scope: Construct, id: string, ground: Foundation) {
    super(scope, id);
    const { data, api } = ground;
    const environment = { PERSON_KEY_SECRET_ID: data.personKey.secretArn };
    const open = makeFunction(this, { ground, entry: "membership-api" }, { environment });
    mayUseTable(open, data.table, "read", "write");
    data.personKey.grantRead(open.role);
    api.send(routes["membership-api"], open);
    // An import of some hundreds of lines takes a while; it is what API Gateway waits for at most.
    const timeout = Duration.seconds(29);
    const staff = makeFunction(this, { ground, entry: "membership-staff" }, { environment, timeout });
    mayUseTable(staff, data.table, "read", "write");
    data.personKey.grantRead(staff.role);
    api.sendStaff(routes["membership-staff"], staff);
  }
}
