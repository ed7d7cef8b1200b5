import { DeleteItemCommand, PutItemCommand, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import type { DynamoDBRecord } from "aws-lambda";
import { beforeEach, describe, expect, it } from "vitest";
import { tallyBatch } from "../../functions/participation/tally-batch.ts";
import { figuresOf } from "../../shared/domain/tally.ts";
import { counterOf, hoursOf } from "../../shared/table/counter.ts";
import { counterKey, ledgerKey, participationKey } from "../../shared/table/keys.ts";
import { ledgersOf } from "../../shared/table/ledger.ts";
import { stored } from "../../shared/table/table.ts";
import { streamRecords } from "../stack/table-stream.ts";
import { campaign, day, hashOf, makeScene, type Scene, workshop } from "./scene.ts";

let scene: Scene;
beforeEach(async () => {
  scene = await makeScene();
});

const tallied = (records: readonly DynamoDBRecord[], at = new Date()) =>
  tallyBatch(scene.table, records, () => at);
const peopleIn = async (scope: Parameters<typeof counterOf>[1]) =>
  (await counterOf(scene.table, scope)).people ?? 0;

describe("the tally", () => {
  it("counts a confirmed one in the action, its campaign and the coalition, and a pending one nowhere", async () => {
    await scene.join("ann");
    await scene.signUp("ben");
    await scene.tally();
    for (const scope of ["coalition", campaign, day] as const)
      expect(await counterOf(scene.table, scope)).toEqual({
        people: 1,
        actions: 1,
        "country:CH": 1,
        "language:en": 1,
        "source:unknown": 1,
      });
  });

  it("counts one person once in campaign and coalition, whatever they register for", async () => {
    await scene.join("ann");
    await scene.join("ann", { scope: workshop });
    await scene.tally();
    expect(await counterOf(scene.table, campaign)).toMatchObject({ people: 1, actions: 2 });
    expect(await counterOf(scene.table, workshop)).toMatchObject({ people: 1, actions: 1 });
  });

  it("changes nothing when the whole stream comes again, backwards, or in halves", async () => {
    await scene.join("ann");
    await scene.join("ben");
    await scene.withdraw("ben");
    const records = await streamRecords(scene.table.name);
    await tallied(records.slice(3));
    await tallied(records.toReversed());
    await tallied(records);
    expect(await peopleIn(day)).toBe(1);
  });

  it("counts a withdrawn one no more, and counts them again when they sign up anew", async () => {
    await scene.join("ann");
    await scene.tally();
    await scene.withdraw("ann");
    await scene.tally();
    expect(await counterOf(scene.table, day)).toMatchObject({ people: 0, actions: 0, "country:CH": 0 });
    await scene.join("ann", { country: "KE" });
    await scene.tally();
    expect(await counterOf(scene.table, day)).toMatchObject({ people: 1, "country:CH": 0, "country:KE": 1 });
  });

  it("is exact when two of it read the same stream at once", async () => {
    for (let i = 0; i < 30; i++) await scene.join(`p${i}`);
    const records = await streamRecords(scene.table.name);
    const answers = await Promise.all([tallied(records), tallied(records), tallied(records.toReversed())]);
    for (const answer of answers) expect(answer.batchItemFailures).toEqual([]);
    expect(await peopleIn(day)).toBe(30);
    expect(await peopleIn("coalition")).toBe(30);
  });

  it("books in the hour of counting: a stream that is a day behind changes no hour that is closed", async () => {
    await scene.join("ann", { at: new Date() });
    const tomorrow = new Date(Date.now() + 86_400_000);
    await tallied(await streamRecords(scene.table.name), tomorrow);
    expect([...(await hoursOf(scene.table, day)).keys()]).toEqual([tomorrow.toISOString().slice(0, 13)]);
  });

  it("counts an item that a newer version of the code has put attributes on, and one that lacks what is optional", async () => {
    const hash = await scene.join("ann");
    await scene.table.client.send(
      new UpdateItemCommand({
        TableName: scene.table.name,
        Key: stored({ ...participationKey(hash, day) }),
        UpdateExpression: "SET mood = :mood REMOVE country, consent, listPk, listSk",
        ExpressionAttributeValues: stored({ ":mood": "glad" }),
      }),
    );
    const newest = (await streamRecords(scene.table.name)).slice(-1);
    expect((await tallied(newest)).batchItemFailures).toEqual([]);
    expect(await counterOf(scene.table, day)).toMatchObject({ people: 1, "country:unknown": 1 });
  });

  it("keeps what it counted when the participation itself is removed by the table's clean-up", async () => {
    const hash = await scene.join("ann");
    await scene.tally();
    const Key = stored({ ...participationKey(hash, day) });
    await scene.table.client.send(new DeleteItemCommand({ TableName: scene.table.name, Key }));
    await scene.tally();
    expect(await peopleIn(day)).toBe(1);
  });
});

describe("a batch with something wrong in it", () => {
  it("names the one record that cannot be read, and counts all others", async () => {
    for (const person of ["ann", "ben", "eve"]) await scene.join(person);
    const records = await streamRecords(scene.table.name);
    const poison = records.findIndex(({ dynamodb }) => dynamodb?.NewImage?.state?.S === "confirmed");
    const image = { ...records[poison]?.dynamodb?.NewImage, state: { S: "no such state" } };
    const damaged = records.with(poison, { dynamodb: { ...records[poison]?.dynamodb, NewImage: image } });
    const { batchItemFailures } = await tallied(damaged);
    expect(batchItemFailures).toEqual([{ itemIdentifier: records[poison]?.dynamodb?.SequenceNumber }]);
    expect(await peopleIn(day)).toBe(2);
  });

  it("fails the person whose ledger cannot be read, and nobody else", async () => {
    for (const person of ["ann", "ben", "eve"]) await scene.join(person);
    const Item = stored({ ...ledgerKey(`PERSON#${hashOf("ben")}`), entity: "ledger", revision: "broken" });
    await scene.table.client.send(new PutItemCommand({ TableName: scene.table.name, Item }));
    const records = await streamRecords(scene.table.name);
    const { batchItemFailures } = await tallied(records);
    const first = records.find(
      ({ dynamodb }) =>
        dynamodb?.Keys?.pk?.S === `PERSON#${hashOf("ben")}` &&
        dynamodb.NewImage?.entity?.S === "participation",
    );
    expect(batchItemFailures).toEqual([{ itemIdentifier: first?.dynamodb?.SequenceNumber }]);
    expect(await peopleIn(day)).toBe(2);
  });

  it("fails those of the scope whose counter cannot be added to, and counts the others", async () => {
    await scene.join("ann");
    await scene.join("ben", { scope: workshop });
    for (let shard = 0; shard < 16; shard++) {
      const Item = stored({ ...counterKey(workshop, shard), people: "many" });
      await scene.table.client.send(new PutItemCommand({ TableName: scene.table.name, Item }));
    }
    const { batchItemFailures } = await tallied(await streamRecords(scene.table.name));
    expect(batchItemFailures).toHaveLength(1);
    expect(await peopleIn(day)).toBe(1);
  });
});

describe("a ledger in the table", () => {
  it("holds exactly what the counters were given for its owner", async () => {
    await scene.join("ann");
    await scene.tally();
    const pk = `PERSON#${hashOf("ann")}`;
    const ledger = (await ledgersOf(scene.table, [pk])).read.get(pk);
    expect(Object.values(ledger?.bookings ?? {})).toEqual([figuresOf(ledger?.entries ?? {})]);
  });
});
