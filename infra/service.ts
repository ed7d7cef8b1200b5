import { type App, CfnOutput, Stack } from "aws-cdk-lib";
import { Topic } from "aws-cdk-lib/aws-sns";
import { PublicApi } from "./building-blocks/public-api.ts";
import { SiteFront } from "./building-blocks/site-front.ts";
import { Events } from "./capabilities/events.ts";
import { Mail } from "./capabilities/mail.ts";
import { Membership } from "./capabilities/membership.ts";
import { Outbox } from "./capabilities/outbox.ts";
import { Participation } from "./capabilities/participation.ts";
import { Pictures } from "./capabilities/pictures.ts";
import { Pledges } from "./capabilities/pledges.ts";
import { Staff } from "./capabilities/staff.ts";
import { StaffPeople } from "./capabilities/staff-people.ts";
import { Website } from "./capabilities/website.ts";
import type { DataStack } from "./data.ts";
import type { Built, Foundation } from "./foundation.ts";
import type { Stage } from "./stage.ts";

export interface ServiceProps {
  stage: Stage;
  data: DataStack;
  built: Built;
}

/**
 * The contents page: everything that can be replaced at any time, in the order in which data flows. A person reads a
 * page, signs up and is counted, reads events, gets mail; staff look on.
 */
export class ServiceStack extends Stack {
  constructor(app: App, id: string, { stage, data, built }: ServiceProps) {
    super(app, id);
    const alarms = new Topic(this, "Alarms", { enforceSSL: true });
    const api = new PublicApi(this, "PublicApi", { alarms, staff: data.staff });
    const front = new SiteFront(this, "SiteFront", {
      stage,
      api,
      assets: built.assets,
      pictures: data.pictures,
    });
    const ground: Foundation = { stage, data, built, api, alarms, origin: front.origin };

    new Website(this, "Website", ground);
    const participation = new Participation(this, "Participation", ground);
    new Events(this, "Events", ground);
    const pledges = new Pledges(this, "Pledges", ground);
    new Membership(this, "Membership", ground);
    const pictures = new Pictures(this, "Pictures", ground);
    const mail = new Mail(this, "Mail", ground);
    new Outbox(this, "Outbox", {
      ...{ ground, mail },
      signatures: pledges.signatures,
      forgetting: participation.forgetting,
      pictures: pictures.changed,
    });
    new Staff(this, "Staff", { ground, mail });
    new StaffPeople(this, "StaffPeople", ground);

    new CfnOutput(this, "Origin", { value: front.origin });
    new CfnOutput(this, "AssetHash", { value: built.assets.hash });
    new CfnOutput(this, "ReconcileFunction", { value: participation.reconcile.lambda.functionName });
    new CfnOutput(this, "AlarmsTopicArn", { value: alarms.topicArn });
  }
}
