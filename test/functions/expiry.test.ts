import { DeleteItemCommand, GetItemCommand } from "@aws-sdk/client-dynamodb";
import { beforeEach, expect, it } from "vitest";
import { readChange } from "../../functions/edge/stream.ts";
import { forgottenBy } from "../../functions/outbox/follow-ups.ts";
import { forgetBatch } from "../../functions/participation/forget-batch.ts";
import { participationKey, personKey } from "../../shared/table/keys.ts";
import { stored } from "../../shared/table/table.ts";
import { messagesOf } from "../stack/messages.ts";
import { streamRecords } from "../stack/table-stream.ts";
import { day, hashOf, makeScene, type Scene, workshop } from "./scene.ts";

let scene: Scene;
beforeEach(async () => {
  scene = await makeScene();
});

/** What the table does when the term of an item is over. */
async function expire(person: string): Promise<void> {
  const Key = stored({ ...participationKey(hashOf(person), day) });
  await scene.table.client.send(new DeleteItemCommand({ TableName: scene.table.name, Key }));
}
/** What the outbox queues of all that the stream tells. */
async function forgettingOwed() {
  return (await streamRecords(scene.table.name)).flatMap((record) => forgottenBy(readChange(record)));
}
async function follow(): Promise<void> {
  const forgotten = messagesOf(await forgettingOwed());
  expect(await forgetBatch(scene.table, [...forgotten, ...forgotten])).toEqual({ batchItemFailures: [] });
}
async function isKnown(person: string): Promise<boolean> {
  const Key = stored({ ...personKey(hashOf(person)) });
  const { Item } = await scene.table.client.send(new GetItemCommand({ TableName: scene.table.name, Key }));
  return Item !== undefined;
}

it("forgets a person whose only signup was never confirmed", async () => {
  await scene.signUp("ann");
  await expire("ann");
  await follow();
  expect(await isKnown("ann")).toBe(false);
});

it("keeps a person who has something else", async () => {
  await scene.signUp("ann");
  await scene.join("ann", { scope: workshop });
  await expire("ann");
  await follow();
  expect(await isKnown("ann")).toBe(true);
});

it("keeps a person who has just signed up again and whose participation is not stored yet", async () => {
  await scene.signUp("ann", { at: new Date(Date.now() - 7 * 86_400_000) });
  await expire("ann");
  await scene.signUp("ann");
  await scene.table.client.send(
    new DeleteItemCommand({
      TableName: scene.table.name,
      Key: stored({ ...participationKey(hashOf("ann"), day) }),
    }),
  );
  const [oldest] = await forgettingOwed();
  await forgetBatch(scene.table, messagesOf(oldest ? [oldest] : []));
  expect(await isKnown("ann")).toBe(true);
});

it("keeps a person whose confirmed participation was removed by hand", async () => {
  await scene.join("ann");
  await expire("ann");
  await follow();
  expect(await isKnown("ann")).toBe(true);
});
