import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SESClient, SetIdentityNotificationTopicCommand } from "@aws-sdk/client-ses";
import { openTable } from "../../shared/table/table.ts";
import { putAssets } from "./assets-store.ts";
import { need } from "./deploy.ts";
import type { StackPaths } from "./paths.ts";
import { putSampleData } from "./sample-data.ts";
import type { LocalStack } from "./stack.ts";

/** Puts into a deployed stack what CloudFormation does not: assets, where feedback goes, sample data. */
export async function fill(stack: LocalStack, paths: StackPaths): Promise<void> {
  const { outputs, endpoint } = stack;
  await putAssets(`${endpoint}/${need(outputs, "AssetsBucket")}`, join(paths.build, "assets"));
  await tellFeedback(stack);
  const client = new DynamoDBClient(clientSettings(endpoint));
  await putSampleData(openTable(need(outputs, "TableName"), client));
  client.destroy();
}

/** MiniStack tells bounces by the older notifications of an identity, not by the configuration set's destinations. */
async function tellFeedback({ outputs, endpoint }: LocalStack): Promise<void> {
  const ses = new SESClient(clientSettings(endpoint));
  for (const NotificationType of ["Bounce", "Complaint", "Delivery"] as const) {
    const topic = { SnsTopic: need(outputs, "FeedbackTopicArn"), Identity: need(outputs, "SenderAddress") };
    await ses.send(new SetIdentityNotificationTopicCommand({ NotificationType, ...topic }));
  }
  ses.destroy();
}

function clientSettings(endpoint: string) {
  return { endpoint, region: "us-east-1", credentials: { accessKeyId: "test", secretAccessKey: "test" } };
}
