import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { openTable } from "../../shared/table/table.ts";
import { putAssets } from "./assets-store.ts";
import { need } from "./deploy.ts";
import type { StackPaths } from "./paths.ts";
import { putSampleData } from "./sample-data.ts";
import { tellEvents } from "./ses-events.ts";
import type { LocalStack } from "./stack.ts";

/** Puts into a deployed stack what CloudFormation does not: assets, sample data; from then on SES tells of its mails. */
export async function fill(stack: LocalStack, paths: StackPaths): Promise<void> {
  const { outputs, endpoint } = stack;
  await putAssets(`${endpoint}/${need(outputs, "AssetsBucket")}`, join(paths.build, "assets"));
  tellEvents(stack, need(outputs, "FeedbackTopicArn"));
  const client = new DynamoDBClient(clientSettings(endpoint));
  await putSampleData(openTable(need(outputs, "TableName"), client));
  client.destroy();
}

function clientSettings(endpoint: string) {
  return { endpoint, region: "us-east-1", credentials: { accessKeyId: "test", secretAccessKey: "test" } };
}
