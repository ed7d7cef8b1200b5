import { Duration } from "aws-cdk-lib";
import { Construct } from "constructs";
import { routes } from "../../shared/contracts/routes.ts";
import { mayUseTable } from "../building-blocks/table-access.ts";
import { mayUsePictures } from "../data/pictures.ts";
import { type Foundation, makeFunction } from "../foundation.ts";
import { retentionOf } from "../stage.ts";

/** The coalition's members: applying, the directory, and the reviewers' queue. Other links in mails are participation's. */
export class Membership extends Construct {
  constructor(scope: Construct, id: string, ground: Foundation) {
    super(scope, id);
    this.directory(ground);
    this.intake(ground);
    this.staff(ground);
  }

  private directory(ground: Foundation): void {
    const house = makeFunction(this, { ground, entry: "membership-api" });
    mayUseTable(house, ground.data.table, "read");
    ground.api.send(routes["membership-api"], house);
  }

  private intake(ground: Foundation): void {
    const { data, stage } = ground;
    const environment = {
      PERSON_KEY_SECRET_ID: data.personKey.secretArn,
      LINK_SECRET_ID: data.linkSecret.secretArn,
      PICTURES_BUCKET: data.pictures.bucketName,
      ...retentionOf(stage),
    };
    // A picture may take five seconds to draw before it is given up.
    const timeout = Duration.seconds(20);
    const house = makeFunction(this, { ground, entry: "membership-intake" }, { environment, timeout });
    mayUseTable(house, data.table, "read", "write");
    // After a form that is not taken it shows the entry once more, with its logo.
    mayUsePictures(house, data.pictures, { kept: ["Get", "Put"] });
    data.personKey.grantRead(house.role);
    data.linkSecret.grantRead(house.role);
    ground.api.send(routes["membership-intake"], house);
  }

  private staff(ground: Foundation): void {
    const { data, stage } = ground;
    const environment = {
      PERSON_KEY_SECRET_ID: data.personKey.secretArn,
      // What proves for a domain is derived under it.
      LINK_SECRET_ID: data.linkSecret.secretArn,
      PICTURES_BUCKET: data.pictures.bucketName,
      ...retentionOf(stage),
    };
    // An import of some hundreds of lines takes a while; it is what API Gateway waits for at most.
    const timeout = Duration.seconds(29);
    const house = makeFunction(this, { ground, entry: "membership-staff" }, { environment, timeout });
    mayUseTable(house, data.table, "read", "write");
    mayUsePictures(house, data.pictures, { kept: ["Get"] });
    data.personKey.grantRead(house.role);
    data.linkSecret.grantRead(house.role);
    ground.api.sendStaff(routes["membership-staff"], house);
  }
}
