import { setTimeout as sleep } from "node:timers/promises";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { expect, it } from "vitest";
import { linkToken } from "../../../shared/domain/link-token.ts";
import { personHash } from "../../../shared/domain/person-hash.ts";
import { counterOf } from "../../../shared/table/counter.ts";
import { ledgersOf } from "../../../shared/table/ledger.ts";
import { openTable } from "../../../shared/table/table.ts";
import { clientFor, wholeStack } from "../../stack/provided.ts";
import { keepRow, median } from "../rows.ts";

const participations = Number(process.env.BENCH_PARTICIPATIONS ?? 10_000);
const atOnce = 16;
/** Every so many-th confirmation is followed until it is counted. */
const followed = 50;
const day = "event.global-encryption-day-2027";

/** From the form's post to the count, through the front, the API, the functions' own processes and the stream. */
it("signups a second, and the time from confirming to the count", async () => {
  const { origin, endpoint, environment } = wholeStack();
  const table = openTable(environment.TABLE_NAME ?? "", new DynamoDBClient(clientFor(endpoint)));
  const key = await secret(environment.PERSON_KEY_SECRET_ID);
  const linkSecret = await secret(environment.LINK_SECRET_ID);
  const before = await counterOf(table, day);
  const addresses = Array.from({ length: participations }, (_, i) => `p${i}@example.org`);

  const signingUp = await seconds(() =>
    inParallel(addresses, async (email) => {
      await posted(`${origin}/api/events/global-encryption-day-2027/registrations`, { email, country: "KE" });
    }),
  );
  const waits: number[] = [];
  const pending: Promise<void>[] = [];
  const confirming = await seconds(() =>
    inParallel(addresses, async (email, i) => {
      const person = personHash(email, key);
      const expires = Math.floor(Date.now() / 1000) + 86_400;
      const link = { purpose: "confirm", person, subject: day, generation: 1, expires } as const;
      await posted(`${origin}/api/confirmations/${linkToken(link, linkSecret)}`, {});
      if (i % followed !== 0) return;
      const confirmedAt = performance.now();
      pending.push(
        untilCounted(`PERSON#${person}`).then(() => void waits.push(performance.now() - confirmedAt)),
      );
    }),
  );
  await Promise.all(pending);
  const settled = await seconds(async () => {
    while ((await people()) < participations) await sleep(500);
  });
  expect(await people()).toBe(participations);

  const sorted = waits.toSorted((a, b) => a - b);
  const late = sorted[Math.ceil(sorted.length * 0.99) - 1] ?? Number.NaN;
  keepRow("end-to-end", {
    order: 17,
    what: "end to end on the emulator: signups a second",
    budget: "",
    measured: (participations / signingUp).toFixed(0),
    how: `${participations.toLocaleString("en")} people, ${atOnce} at once, through front, API, functions and stream of MiniStack on this machine; confirmations a second: ${(participations / confirming).toFixed(0)}`,
  });
  keepRow("end-to-end-count", {
    order: 18,
    what: "– time from confirming to the count: median, 99th of a hundred",
    budget: "",
    measured: `${(median(waits) / 1000).toFixed(1)} s, ${(late / 1000).toFixed(1)} s`,
    how: `${waits.length} of them followed while the others confirmed; after the last, ${settled.toFixed(1)} s until the count was exact: ${participations.toLocaleString("en")} people`,
  });

  async function people(): Promise<number> {
    return ((await counterOf(table, day)).people ?? 0) - (before.people ?? 0);
  }
  async function untilCounted(pk: `PERSON#${string}`): Promise<void> {
    while (!(await ledgersOf(table, [pk])).read.get(pk)?.entries[day]) await sleep(100);
  }
  async function secret(id: string | undefined): Promise<string> {
    const client = new SecretsManagerClient(clientFor(endpoint));
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: id }));
    client.destroy();
    return SecretString ?? "";
  }
});

async function posted(url: string, body: object): Promise<void> {
  const answer = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${new URL(url).pathname.split("/")[2]} answered ${answer.status}`);
}

async function inParallel<Thing>(
  things: readonly Thing[],
  act: (thing: Thing, i: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const work = async () => {
    for (let i = next++; i < things.length; i = next++) await act(things[i] as Thing, i);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

async function seconds(act: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await act();
  return (performance.now() - start) / 1000;
}
