import type { App } from "aws-cdk-lib";
import { CfnOutput, Stack } from "aws-cdk-lib";
import type { TableV2 } from "aws-cdk-lib/aws-dynamodb";
import type { Bucket } from "aws-cdk-lib/aws-s3";
import type { Secret } from "aws-cdk-lib/aws-secretsmanager";
import { picturesBucket } from "./data/pictures.ts";
import { generatedSecret } from "./data/secrets.ts";
import { Sender } from "./data/sender.ts";
import { StaffPool } from "./data/staff-pool.ts";
import { coalitionTable } from "./data/table.ts";
import type { Stage } from "./stage.ts";

/** What is kept: the table, pictures that people sent, the secrets under which people are known, whom we send as, and who our staff are. */
export class DataStack extends Stack {
  readonly table: TableV2;
  readonly pictures: Bucket;
  readonly personKey: Secret;
  readonly linkSecret: Secret;
  readonly sender: Sender;
  readonly staff: StaffPool;

  constructor(app: App, id: string, stage: Stage) {
    super(app, id, { terminationProtection: stage.name === "prod" });
    this.table = coalitionTable(this, stage);
    this.pictures = picturesBucket(this);
    this.personKey = generatedSecret(this, "PersonKey", "Key under which email addresses are hashed");
    this.linkSecret = generatedSecret(this, "LinkSecret", "Secret under which links in mails are made");
    this.sender = new Sender(this, "Sender", stage);
    this.staff = new StaffPool(this, "Staff", stage);
    this.say("TableName", this.table.tableName);
    this.say("PicturesBucket", this.pictures.bucketName);
    this.say("PersonKeySecretId", this.personKey.secretArn);
    this.say("LinkSecretId", this.linkSecret.secretArn);
    this.say("SenderAddress", stage.senderAddress);
    this.say("ReplyAddress", stage.replyAddress);
    this.say("ConfigurationSet", this.sender.configurationSet.configurationSetName);
    this.say("FeedbackTopicArn", this.sender.feedback.topicArn);
    this.say("StaffPoolId", this.staff.pool.userPoolId);
    this.say("StaffClientId", this.staff.client.userPoolClientId);
  }

  private say(name: string, value: string): void {
    new CfnOutput(this, name, { value });
  }
}
