import {
  DeleteItemCommand,
  PutItemCommand,
  UpdateItemCommand,
  UpdateTimeToLiveCommand,
} from "@aws-sdk/client-dynamodb";
import { beforeEach, describe, expect, it } from "vitest";
import { recount } from "../../functions/participation/recount.ts";
import { hourOf } from "../../shared/domain/tally.ts";
import { counterOf, hoursOf } from "../../shared/table/counter.ts";
import {
  counterKey,
  hourKey,
  type Key,
  ledgerKey,
  participationKey,
  personKey,
} from "../../shared/table/keys.ts";
import { participationOf } from "../../shared/table/participation.ts";
import { lastRun } from "../../shared/table/recount-progress.ts";
import { stored } from "../../shared/table/table.ts";
import { mortal } from "../stack/mortal.ts";
import { campaign, day, hashOf, makeScene, type Scene, workshop } from "./scene.ts";

let scene: Scene;
beforeEach(async () => {
  scene = await makeScene();
});

const thisHour = () => hourOf(scene.now);
const run = (at = () => scene.now) => recount({ table: scene.table, clock: at, timeLeft: () => true });
const inTwoHours = () => new Date(scene.now.getTime() + 2 * 3_600_000);
const figures = (scope: Parameters<typeof counterOf>[1]) => counterOf(scene.table, scope);

async function spoil(key: Key, people: number): Promise<void> {
  await scene.table.client.send(
    new UpdateItemCommand({
      TableName: scene.table.name,
      Key: stored({ ...key }),
      UpdateExpression: "ADD people :n",
      ExpressionAttributeValues: stored({ ":n": people }),
    }),
  );
}
async function remove(key: Key): Promise<void> {
  await scene.table.client.send(
    new DeleteItemCommand({ TableName: scene.table.name, Key: stored({ ...key }) }),
  );
}
/** People come and go and are counted, until told to stop; gives how many are in, in the end. */
async function busily(stopped: () => boolean): Promise<number> {
  let people = 0;
  for (let i = 0; !stopped() || i < 10; i++) {
    const scope = i % 2 ? day : workshop;
    await scene.join(`p${i}`, { scope });
    if (i % 3 === 0) await scene.withdraw(`p${i}`, scope);
    else people++;
    if (i % 4 === 0) await scene.tally();
  }
  await scene.tally();
  return people;
}

async function three(): Promise<void> {
  for (const person of ["ann", "ben", "eve"]) await scene.join(person);
  await scene.tally();
}

describe("a recount where all is well", () => {
  it("finds nothing, changes nothing, and says so", async () => {
    await three();
    const before = await figures(day);
    expect(await run()).toMatchObject({
      finished: true,
      rounds: 1,
      ledgers: 3,
      drifts: [],
      unsettled: [],
      missed: 0,
    });
    expect(await run(inTwoHours)).toMatchObject({ finished: true, drifts: [], unsettled: [] });
    expect(await figures(day)).toEqual(before);
  });

  it("finds nothing in a table without anybody", async () => {
    expect(await run()).toMatchObject({ finished: true, ledgers: 0, drifts: [], unsettled: [] });
  });
});

describe("a recount mends", () => {
  it("a total that somebody changed, in the hour that it is", async () => {
    await three();
    await spoil(counterKey(day, 0), 5);
    const { drifts } = await run();
    expect(drifts).toEqual([{ scope: day, drift: { people: -5 }, repaired: true }]);
    expect(await figures(day)).toMatchObject({ people: 3 });
    expect((await run()).drifts).toEqual([]);
  });

  it("a total that was removed", async () => {
    await three();
    const before = await figures(campaign);
    await remove(counterKey(campaign, 0));
    await run();
    expect(await figures(campaign)).toEqual(before);
  });

  it("an open hour that was changed, and one that was removed", async () => {
    await three();
    const before = await hoursOf(scene.table, day);
    await spoil(hourKey(day, thisHour(), 0), -7);
    await run();
    expect((await hoursOf(scene.table, day)).get(thisHour())).toEqual(before.get(thisHour()));
    await remove(hourKey(day, thisHour(), 0));
    await run();
    expect((await hoursOf(scene.table, day)).get(thisHour())).toMatchObject({ people: 3, "country:CH": 3 });
    expect(await figures(day)).toMatchObject({ people: 3 });
  });

  it("a closed hour, and leaves the total as right as it was", async () => {
    await three();
    await spoil(hourKey(day, thisHour(), 0), 2);
    const { drifts } = await run(inTwoHours);
    expect(drifts).toEqual([{ scope: day, hour: thisHour(), drift: { people: -2 }, repaired: true }]);
    expect(await figures(day)).toMatchObject({ people: 3 });
  });

  it("a counter that fell below zero", async () => {
    await three();
    await spoil(counterKey("coalition", 3), -10);
    const { drifts } = await run();
    expect(drifts, "it is reported").toEqual([{ scope: "coalition", drift: { people: 10 }, repaired: true }]);
    expect(await figures("coalition")).toMatchObject({ people: 3 });
  });

  it("what the tally never saw, and what it stopped at", async () => {
    await three();
    await scene.join("new");
    await scene.withdraw("ann");
    const { missed, drifts } = await run();
    expect({ missed, drifts }).toEqual({ missed: 2, drifts: [] });
    expect(await figures(day)).toMatchObject({ people: 3, actions: 3 });
    expect((await run()).missed).toBe(0);
  });

  it("a ledger that was removed: its owner is counted anew, and once", async () => {
    await three();
    await remove(ledgerKey(`PERSON#${hashOf("ann")}`));
    const report = await run(inTwoHours);
    expect(report).toMatchObject({ missed: 1, unsettled: [] });
    expect(await figures(day)).toMatchObject({ people: 3, actions: 3, "country:CH": 3 });
    expect((await run(inTwoHours)).drifts).toEqual([]);
  });

  it("the count of somebody whose participation was removed by hand", async () => {
    await three();
    await remove(participationKey(hashOf("ben"), day));
    expect(await run()).toMatchObject({ gone: 1, drifts: [] });
    expect(await figures("coalition")).toMatchObject({ people: 2, actions: 2 });
  });
});

describe("a recount is careful", () => {
  it("touches nothing while a ledger cannot be read, and says so", async () => {
    await three();
    const Item = stored({ ...ledgerKey(`PERSON#${hashOf("ann")}`), entity: "ledger", revision: "broken" });
    await scene.table.client.send(new PutItemCommand({ TableName: scene.table.name, Item }));
    const report = await run(inTwoHours);
    expect(report).toMatchObject({ brokenLedgers: 1, drifts: [] });
    expect(report.unsettled).toContain(day);
    expect(await figures(day)).toMatchObject({ people: 3 });
  });

  it("mends once when two of them find the same", async () => {
    await three();
    await spoil(counterKey(day, 0), 5);
    await spoil(hourKey(campaign, thisHour(), 0), 5);
    await Promise.all([run(inTwoHours), run(inTwoHours), run(inTwoHours)]);
    expect(await figures(day)).toMatchObject({ people: 3 });
    expect((await hoursOf(scene.table, campaign)).get(thisHour())).toMatchObject({ people: 3 });
  });

  it("never makes a right count wrong while people sign up, confirm, withdraw and are counted", async () => {
    let stop = false;
    const busy = busily(() => stop);
    const reports = [];
    for (let i = 0; i < 6; i++) reports.push(await run());
    stop = true;
    const people = await busy;
    expect(reports.flatMap(({ drifts }) => drifts)).toEqual([]);
    expect(await figures("coalition")).toMatchObject({ people, actions: people });
    expect(await run()).toMatchObject({ drifts: [], unsettled: [] });
    expect(await figures("coalition")).toMatchObject({ people, actions: people });
  });

  it("goes on where it was when it was killed, from any request on", async () => {
    await three();
    await spoil(counterKey(day, 0), 5);
    await spoil(hourKey(day, thisHour(), 0), 3);
    const life = mortal(scene.table.client);
    let deaths = 0;
    for (; ; deaths++) {
      life.endsAt(deaths);
      if (await run().catch(() => undefined)) break;
    }
    life.endsAt(Number.POSITIVE_INFINITY);
    expect(deaths).toBeGreaterThan(20);
    expect(await figures(day)).toMatchObject({ people: 3 });
    expect((await hoursOf(scene.table, day)).get(thisHour())).toMatchObject({ people: 3 });
  });

  it("stops between two segments when its time is over, and the next call does the rest", async () => {
    await three();
    await spoil(counterKey(day, 0), 5);
    let asked = 0;
    const first = await recount({ table: scene.table, clock: () => new Date(), timeLeft: () => ++asked < 3 });
    expect(first.finished).toBe(false);
    expect((await lastRun(scene.table))?.finished).toBe(false);
    const second = await run();
    expect(second).toMatchObject({ run: first.run, finished: true });
    expect(await figures(day)).toMatchObject({ people: 3 });
  });
});

describe("a recount forgets", () => {
  const longAgo = new Date(Date.now() - 9 * 86_400_000);

  /** The table's own clean-up may come at any moment, also between the signup and the recount. */
  beforeEach(async () => {
    const { client, name: TableName } = scene.table;
    const TimeToLiveSpecification = { AttributeName: "expiresAt", Enabled: false };
    await client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
  });

  it("who never confirmed, where the table's clean-up is late, and keeps everybody else", async () => {
    await scene.signUp("late", { at: longAgo });
    await scene.signUp("waiting");
    await scene.join("ann", { at: new Date() });
    expect(await run()).toMatchObject({ expired: 1, forgotten: 1 });
    expect(await participationOf(scene.table, hashOf("late"), day)).toBeUndefined();
    expect(await run()).toMatchObject({ expired: 0, forgotten: 0 });
    expect(await participationOf(scene.table, hashOf("waiting"), day)).toBeDefined();
  });

  it("a person of whom only an address is left", async () => {
    await scene.signUp("orphan", { at: longAgo });
    await remove(participationKey(hashOf("orphan"), day));
    await scene.signUp("young");
    await remove(participationKey(hashOf("young"), day));
    expect(await run()).toMatchObject({ forgotten: 1 });
    expect(personKey(hashOf("young")).sk).toBe("PROFILE");
  });
});
