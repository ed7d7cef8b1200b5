import type { CreateTableCommandInput } from "@aws-sdk/client-dynamodb";
import { App } from "aws-cdk-lib";
import { DataStack } from "../../infra/data.ts";
import { readStage } from "../../infra/stage.ts";

/** The table as the data stack declares it, in the words of DynamoDB's own API. */
export interface TableDefinition {
  create: Omit<CreateTableCommandInput, "TableName">;
  timeToLiveAttribute: string;
}

interface TableProperties {
  KeySchema: CreateTableCommandInput["KeySchema"];
  AttributeDefinitions: CreateTableCommandInput["AttributeDefinitions"];
  GlobalSecondaryIndexes: CreateTableCommandInput["GlobalSecondaryIndexes"];
  StreamSpecification: { StreamViewType: "NEW_AND_OLD_IMAGES" };
  TimeToLiveSpecification: { AttributeName: string };
}

/** Reads it from the synthesized template, so that tests can meet no other table than the one that is deployed. */
export function readTableDefinition(): TableDefinition {
  const app = new App({ context: { stage: "local" } });
  const { stackName } = new DataStack(app, "data", readStage(app));
  const template = app.synth().getStackByName(stackName).template as {
    Resources: Record<string, { Type: string; Properties: unknown }>;
  };
  const found = Object.values(template.Resources).find(({ Type }) => Type === "AWS::DynamoDB::GlobalTable");
  if (!found) throw new Error("the data stack has no table");
  const table = found.Properties as TableProperties;
  return {
    create: {
      BillingMode: "PAY_PER_REQUEST",
      KeySchema: table.KeySchema,
      AttributeDefinitions: table.AttributeDefinitions,
      GlobalSecondaryIndexes: table.GlobalSecondaryIndexes,
      StreamSpecification: { StreamEnabled: true, ...table.StreamSpecification },
    },
    timeToLiveAttribute: table.TimeToLiveSpecification.AttributeName,
  };
}
