import { DynamoDBClient, GetItemCommand, QueryCommand } from "@aws-sdk/client-dynamodb";
import type { APIGatewayProxyEventV2, Context } from "aws-lambda";
import { expect, it } from "vitest";
import { api } from "../../functions/edge/chain.ts";
import { countsRoutes } from "../../functions/participation/counts-routes.ts";
import { putSampleData } from "../../infra/local/sample-data.ts";
import { scopeKey } from "../../shared/table/keys.ts";
import { steadyClient } from "../../shared/table/steady-client.ts";
import { openTable, stored } from "../../shared/table/table.ts";
import { day, sceneOn } from "../functions/scene.ts";
import { clientFor } from "../stack/provided.ts";
import { dynamoEndpoint, makeTable } from "../stack/tables.ts";
import { keepRow, median } from "./rows.ts";

const rounds = 400;

it("a warm handler over the same SDK calls made bare", async () => {
  const table = openTable(await makeTable(), steadyClient(DynamoDBClient, clientFor(dynamoEndpoint())));
  await putSampleData(table);
  const scene = sceneOn(table);
  for (let i = 0; i < 40; i++) await scene.join(`p${i}`, { country: i % 2 ? "CH" : "KE" });
  await scene.tally();
  const handler = api(countsRoutes(table, () => new Date()));
  const event = {
    routeKey: "GET /api/counts/{scope}",
    rawPath: `/api/counts/${day}`,
    headers: {},
    pathParameters: { scope: day },
    requestContext: { http: { method: "GET" }, requestId: "bench" },
  } as unknown as APIGatewayProxyEventV2;
  const bare = async () => {
    await table.client.send(new GetItemCommand({ TableName: table.name, Key: stored({ ...scopeKey(day) }) }));
    await table.client.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: "pk = :pk AND sk BETWEEN :from AND :to",
        ExpressionAttributeValues: stored({ ":pk": `COUNT#${day}`, ":from": "SHARD#", ":to": "SHARD#~" }),
      }),
    );
  };
  const timed = async (act: () => Promise<unknown>) => {
    const start = performance.now();
    await act();
    return performance.now() - start;
  };
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let i = 0; i < rounds; i++) {
    ours.push(await timed(() => handler(event, {} as Context)));
    theirs.push(await timed(bare));
  }
  const ratio = median(ours.slice(50)) / median(theirs.slice(50));
  keepRow("warm", {
    order: 10,
    what: "warm handler of GET counts/{scope} over the same SDK calls made bare",
    budget: "≤ 1.3×",
    measured: `${ratio.toFixed(2)}×`,
    how: `medians of ${rounds - 50}, taken in turns, against the emulator on the same machine`,
  });
  expect(ratio).toBeGreaterThan(0.5);
});
