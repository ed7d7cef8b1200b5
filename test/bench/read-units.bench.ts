import { DynamoDBClient, TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import { expect, it } from "vitest";
import { counterShards } from "../../functions/participation/count.ts";
import { putSampleData } from "../../infra/local/sample-data.ts";
import { addTo } from "../../shared/table/counter.ts";
import { allCounts, countOf, publicScope } from "../../shared/table/counts.ts";
import { counterKey, headlineKey, scopeKey } from "../../shared/table/keys.ts";
import { addScope, eventDetails, scopePlace } from "../../shared/table/scope.ts";
import { openTable } from "../../shared/table/table.ts";
import { clientFor } from "../stack/provided.ts";
import { dynamoEndpoint, makeTable } from "../stack/tables.ts";
import { keepRow } from "./rows.ts";
import { metered } from "./units.ts";

const countries = Array.from(
  { length: 200 },
  (_, i) => `country:${String.fromCharCode(65 + (i % 26), 65 + Math.floor(i / 26))}`,
);

/** A counter as it stands after `people` were counted: busy scopes on all shards, quiet ones on the first. */
async function fill(table: ReturnType<typeof openTable>, scope: string, people: number): Promise<void> {
  const shards = people > 1000 ? counterShards : 1;
  const figures = {
    people,
    actions: people,
    ...Object.fromEntries(
      countries.slice(0, Math.min(people, 200)).map((cell) => [cell, Math.ceil(people / 200)]),
    ),
  };
  for (let shard = 0; shard < shards; shard++) {
    const addition = { key: counterKey(scope, shard), figures, set: headlineKey(scope, shard) };
    await table.client.send(new TransactWriteItemsCommand({ TransactItems: [addTo(table.name, addition)] }));
  }
}

it("read units per uncached GET counts", async () => {
  const table = openTable(await makeTable(), new DynamoDBClient(clientFor(dynamoEndpoint())));
  await putSampleData(table);
  const day = await eventDetails(table, "global-encryption-day-2027");
  for (let i = 0; day && i < 97; i++) {
    const scope = `event.gathering-number-${i}` as const;
    const place = scopePlace({ ...day, scope }, day.startsAt);
    await addScope(table, {
      ...day,
      ...scopeKey(scope),
      sk: "DETAILS",
      scope,
      slug: `gathering-number-${i}`,
      ...place,
    });
    await fill(table, scope, i < 3 ? 20_000 : 40);
  }
  await fill(table, "coalition", 1_000_000);
  await fill(table, "campaign.global-encryption-day-2027", 1_000_000);
  const meter = metered(table.client);
  const { counts } = await allCounts(table, new Date());
  keepRow("read-units", {
    order: 5,
    what: `read units per uncached GET counts, ${counts.length} scopes, five of them on 16 shards`,
    budget: "≤ 20",
    measured: meter.read.toFixed(1),
    value: meter.read,
    how: "by DynamoDB's rules from the sizes of what was read: lists of what is published, and the index of headlines",
  });
  const growth: string[] = [];
  for (const people of [10, 1_000, 100_000, 1_000_000]) {
    const scope = `event.gathering-number-${90 + growth.length}`;
    await fill(table, scope, people);
    Object.assign(meter, { read: 0 });
    await countOf(table, await publicScope(table, scope), new Date());
    growth.push(`${people.toLocaleString("en")}: ${meter.read.toFixed(1)}`);
  }
  keepRow("read-growth", {
    order: 6,
    what: "– of GET counts/{scope} as the count grows, 200 countries",
    budget: "",
    measured: growth.join("; "),
    how: "same rules; it grows with shards and countries, not with people",
  });
  Object.assign(meter, { read: 0 });
  await countOf(table, await publicScope(table, "campaign.global-encryption-day-2027"), new Date());
  keepRow("read-around", {
    order: 6.5,
    what: "– of a campaign around 100 actions, five of its scopes on 16 shards",
    budget: "",
    measured: meter.read.toFixed(1),
    how: "same rules; its cells need the counters of all that is within, which each worker reads once in 5 s; the next answers take as many as an action's",
  });
  expect(counts.length).toBeGreaterThan(100);
});
