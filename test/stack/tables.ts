import { randomUUID } from "node:crypto";
import {
  CreateTableCommand,
  DynamoDBClient,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from "@aws-sdk/client-dynamodb";
import { clientFor, engine } from "./provided.ts";

/** Where tables are made: the emulator, or Amazon's own DynamoDB Local at `DYNAMODB_ENDPOINT`. */
export function dynamoEndpoint(): string {
  return process.env.DYNAMODB_ENDPOINT ?? engine().endpoint;
}

/** A fresh, empty table of the very definition that is deployed; gives its name. */
export async function makeTable(): Promise<string> {
  const client = new DynamoDBClient(clientFor(dynamoEndpoint()));
  const { create, timeToLiveAttribute } = engine().table;
  const TableName = `coalition-${randomUUID()}`;
  await client.send(new CreateTableCommand({ TableName, ...create }));
  await waitUntilTableExists({ client, maxWaitTime: 20, minDelay: 0.05, maxDelay: 0.5 }, { TableName });
  const TimeToLiveSpecification = { AttributeName: timeToLiveAttribute, Enabled: true };
  await client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
  client.destroy();
  return TableName;
}
