import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, expect, it } from "vitest";
import { recount } from "../../functions/participation/recount.ts";
import { counterOf } from "../../shared/table/counter.ts";
import { openTable } from "../../shared/table/table.ts";
import { type Faults, startFaults } from "../stack/faults.ts";
import { clientFor } from "../stack/provided.ts";
import { dynamoEndpoint, makeTable } from "../stack/tables.ts";
import { seeded } from "./seeded.ts";
import { storm, stormScopes, weather } from "./storm.ts";

let faults: Faults;
beforeAll(async () => {
  faults = await startFaults();
});
afterAll(() => faults.stop());

/** `npm run bench` does it with ten thousand. */
const participations = 400;

it("hundreds of participations, with duplicates and withdrawals, end exact in bad weather", {
  timeout: 180_000,
}, async () => {
  const name = await makeTable();
  await faults.use(...weather);
  const left = await storm({
    endpoint: faults.endpoint,
    table: name,
    participations,
    random: seeded(Number(process.env.STORM_SEED ?? 1)),
  });
  const kinds = new Set((await faults.fired()).map(({ action }) => action));
  await faults.use();
  const table = openTable(name, new DynamoDBClient(clientFor(dynamoEndpoint())));
  for (const scope of stormScopes) {
    const { people, actions, ...cells } = await counterOf(table, scope);
    expect({ people, actions }, scope).toEqual({ people: left.counted, actions: left.counted });
    expect(Math.min(...Object.values(cells))).toBeGreaterThanOrEqual(0);
  }
  expect(left.stored).toBe(participations);
  expect(kinds.size).toBeGreaterThanOrEqual(3);
  const report = await recount({ table, clock: () => new Date(), timeLeft: () => true });
  expect(report).toMatchObject({ drifts: [], missed: 0, unsettled: [], ledgers: expect.any(Number) });
});
