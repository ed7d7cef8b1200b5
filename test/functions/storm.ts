import { DynamoDBClient, ScanCommand } from "@aws-sdk/client-dynamodb";
import type { DynamoDBRecord } from "aws-lambda";
import { tallyBatch } from "../../functions/participation/tally-batch.ts";
import { counts } from "../../shared/domain/participation-states.ts";
import { readParticipation } from "../../shared/table/participation.ts";
import { steadyClient } from "../../shared/table/steady-client.ts";
import { openTable, plain, type StoredItem, stored, type Table } from "../../shared/table/table.ts";
import type { FaultRule } from "../stack/faults.ts";
import { mortal } from "../stack/mortal.ts";
import { clientFor } from "../stack/provided.ts";
import { streamRecords } from "../stack/table-stream.ts";
import { campaign, day, type Scene, sceneOn } from "./scene.ts";

const writes = ["TransactWriteItems", "UpdateItem", "PutItem"];

/** What goes wrong between us and the table: throttling, cancelled transactions, lost connections, lost answers. */
export const weather: FaultRule[] = [
  { service: "dynamodb", probability: 0.03, error: { code: "ThrottlingException" } },
  { service: "dynamodb", probability: 0.02, reset: true },
  {
    service: "dynamodb",
    operation: "TransactWriteItems",
    probability: 0.15,
    error: {
      code: "TransactionCanceledException",
      fields: { CancellationReasons: [{ Code: "TransactionConflict" }, { Code: "None" }] },
    },
  },
  ...writes.map((operation) => ({
    service: "dynamodb",
    operation,
    probability: 0.05,
    response: { abort_frac: 0 },
  })),
];

export interface Storm {
  /** Where faults are injected. */
  endpoint: string;
  table: string;
  participations: number;
  random: () => number;
}

/** What the storm left: what the items say, by state. */
export interface Aftermath {
  counted: number;
  stored: number;
}

const waves = 5;
const atOnce = 16;

/**
 * Many people sign up, some twice; most confirm, some twice; some withdraw, some of those come back. Meanwhile the tally
 * reads the stream: batches come twice, at once, shuffled, and are killed at any request. All through bad weather.
 */
export async function storm(plan: Storm): Promise<Aftermath> {
  const table = openTable(plan.table, steadyClient(DynamoDBClient, clientFor(plan.endpoint)));
  const scene = sceneOn(table);
  let seen = 0;
  const size = Math.ceil(plan.participations / waves);
  for (let wave = 0; wave < waves; wave++) {
    const people = Array.from({ length: size }, (_, i) => `p${wave * size + i}`);
    await inParallel(people, (person) => live(scene, person, plan.random));
    const records = await streamRecords(plan.table);
    await deliver(plan, records.slice(seen));
    seen = records.length;
  }
  return aftermath(plan);
}

async function live(scene: Scene, person: string, random: () => number): Promise<void> {
  const chance = (p: number) => random() < p;
  const country = chance(0.5) ? "CH" : "KE";
  await insisting(() => scene.signUp(person, { country }));
  if (chance(0.03)) await insisting(() => scene.signUp(person, { country }));
  if (chance(0.2)) return;
  await insisting(() => scene.confirm(person));
  if (chance(0.05)) await insisting(() => scene.confirm(person));
  if (!chance(0.1)) return;
  await insisting(() => scene.withdraw(person));
  if (chance(0.5)) await insisting(() => scene.join(person, { country: "BR" }));
}

/** Somebody who sees an error tries again. */
async function insisting(act: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await act();
      return;
    } catch (error) {
      if (attempt === 40) throw error;
    }
  }
}

async function deliver(plan: Storm, records: readonly DynamoDBRecord[]): Promise<void> {
  const batches: DynamoDBRecord[][] = [];
  for (let start = 0; start < records.length; start += 100) batches.push(records.slice(start, start + 100));
  const twice = batches.filter(() => plan.random() < 0.2);
  const shuffled = batches
    .filter(() => plan.random() < 0.2)
    .map((batch) => batch.toSorted(() => plan.random() - 0.5));
  await inParallel([...batches, ...twice, ...shuffled], (batch) => deliverBatch(plan, batch), 4);
}

/** As Lambda does: what failed comes again, from the first record that did. */
async function deliverBatch(plan: Storm, batch: DynamoDBRecord[]): Promise<void> {
  let left = batch;
  for (let attempt = 1; left.length > 0; attempt++) {
    if (attempt > 60) throw new Error("a batch never got through");
    const worker = workerOf(plan, attempt < 5 && plan.random() < 0.3);
    try {
      const { batchItemFailures } = await tallyBatch(worker, left, () => new Date());
      const from = batchItemFailures[0]?.itemIdentifier;
      left = from ? left.slice(left.findIndex(({ dynamodb }) => dynamodb?.SequenceNumber === from)) : [];
    } catch {
      // Killed, or its requests failed for good: the whole batch comes again.
    } finally {
      worker.client.destroy();
    }
  }
}

/** A tally with a client of its own; one that is to die does so at one of its first requests. */
function workerOf({ endpoint, table, random }: Storm, dies: boolean): Table {
  const client = steadyClient(DynamoDBClient, clientFor(endpoint));
  const death = Math.floor(random() * 8);
  if (dies) mortal(client).endsAt(death);
  return openTable(table, client);
}

async function inParallel<Thing>(
  things: readonly Thing[],
  act: (thing: Thing) => Promise<void>,
  workers = atOnce,
): Promise<void> {
  const queue = [...things];
  const work = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await act(next);
  };
  await Promise.all(Array.from({ length: workers }, work));
}

async function aftermath({ endpoint, table }: Storm): Promise<Aftermath> {
  const client = new DynamoDBClient({ ...clientFor(endpoint), maxAttempts: 10 });
  const found: Aftermath = { counted: 0, stored: 0 };
  let ExclusiveStartKey: StoredItem | undefined;
  do {
    const page = await client.send(
      new ScanCommand({
        TableName: table,
        ConsistentRead: true,
        ExclusiveStartKey,
        FilterExpression: "entity = :participation",
        ExpressionAttributeValues: stored({ ":participation": "participation" }),
      }),
    );
    for (const item of page.Items ?? []) {
      found.stored++;
      if (counts(readParticipation(plain(item)).state)) found.counted++;
    }
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  client.destroy();
  return found;
}

/** The scopes that everybody in the storm is counted in. */
export const stormScopes = ["coalition", campaign, day] as const;
