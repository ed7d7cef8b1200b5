import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { expect, it } from "vitest";
import { recount } from "../../functions/participation/recount.ts";
import { counterOf } from "../../shared/table/counter.ts";
import { openTable } from "../../shared/table/table.ts";
import { seeded } from "../functions/seeded.ts";
import { storm, stormScopes, weather } from "../functions/storm.ts";
import { startFaults } from "../stack/faults.ts";
import { clientFor } from "../stack/provided.ts";
import { dynamoEndpoint, makeTable } from "../stack/tables.ts";
import { keepRow } from "./rows.ts";

const participations = Number(process.env.BENCH_PARTICIPATIONS ?? 10_000);

/** What `test/functions/faults.test.ts` does with hundreds. */
it("ten thousand participations in bad weather", async () => {
  const name = await makeTable();
  const faults = await startFaults();
  await faults.use(...weather);
  const left = await storm({
    endpoint: faults.endpoint,
    table: name,
    participations,
    random: seeded(Number(process.env.STORM_SEED ?? 1)),
  });
  await faults.stop();
  const table = openTable(name, new DynamoDBClient(clientFor(dynamoEndpoint())));
  const off: number[] = [];
  for (const scope of stormScopes) {
    const { people = 0, actions = 0 } = await counterOf(table, scope);
    off.push(people - left.counted, actions - left.counted);
  }
  const { drifts } = await recount({ table, clock: () => new Date(), timeLeft: () => true });
  const most = Math.max(...off.map(Math.abs), drifts.length);
  keepRow("storm", {
    order: 16,
    what: "participations miscounted of 10,000, with faults between us and the table",
    budget: "0",
    measured: String(most),
    how: `${participations.toLocaleString("en")} signed up, some twice; ${left.counted.toLocaleString("en")} count in the end, after withdrawals; meanwhile 3 % of requests throttled, 2 % cut, 15 % of transactions cancelled, 5 % of writes answered by silence after their effect, batches twice, shuffled and killed; coalition, campaign and event compared with the items, then recounted`,
  });
  expect(left.stored).toBe(participations);
});
