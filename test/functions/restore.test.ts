import {
  GetItemCommand,
  PutItemCommand,
  RestoreTableToPointInTimeCommand,
  waitUntilTableExists,
} from "@aws-sdk/client-dynamodb";
import { expect, it } from "vitest";
import { recount } from "../../functions/participation/recount.ts";
import { counterOf } from "../../shared/table/counter.ts";
import { headlines } from "../../shared/table/headlines.ts";
import { participationKey } from "../../shared/table/keys.ts";
import { openTable, stored } from "../../shared/table/table.ts";
import { day, hashOf, makeScene } from "./scene.ts";

it("a table that was restored to a point in time counts what its items say, as the runbook has it", async () => {
  const scene = await makeScene();
  const { client, name } = scene.table;
  for (const person of ["ann", "ben", "col"]) await scene.join(person);
  await scene.tally();
  await scene.join("eve");
  const restored = `${name}-restored`;
  await client.send(
    new RestoreTableToPointInTimeCommand({
      ...{ SourceTableName: name, TargetTableName: restored, UseLatestRestorableTime: true },
    }),
  );
  await waitUntilTableExists({ client, maxWaitTime: 30 }, { TableName: restored });
  // What comes after the restored second is in the old table alone.
  await scene.withdraw("ben");
  await scene.tally();

  const table = openTable(restored, client);
  const people = async () => (await counterOf(table, day)).people;
  const run = () => recount({ table, clock: () => scene.now, timeLeft: () => true });
  expect(await people(), "counters and items are of the same second").toBe(3);
  expect(await run(), "what was in flight is found from the items").toMatchObject({
    finished: true,
    missed: 1,
  });
  expect(await people()).toBe(4);
  expect((await headlines(table)).get(day)?.people, "the indexes are there too").toBe(4);
  expect(await run()).toMatchObject({ finished: true, drifts: [], missed: 0 });

  // Who withdrew meanwhile is carried over from the old table, which knows it.
  const Key = stored({ ...participationKey(hashOf("ben"), day) });
  const { Item } = await client.send(new GetItemCommand({ TableName: name, Key }));
  await client.send(new PutItemCommand({ TableName: restored, Item }));
  expect(await run()).toMatchObject({ finished: true, missed: 1 });
  expect(await people()).toBe(3);
  expect(await run(), "and once").toMatchObject({ finished: true, drifts: [], missed: 0 });
  expect(await people()).toBe(3);
});
