import { ConditionalCheckFailedException, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { PersonHash } from "../domain/person-hash.ts";
import { softBounceName, weighSoftBounces } from "../domain/soft-bounces.ts";
import { itemsAt } from "./items-at.ts";
import { suppressionKey } from "./keys.ts";
import { plain, stored, type Table } from "./table.ts";

/** What a person does not want, or what their mailbox does not take. It always wins over what is owed. */
export const mailPurposes = ["news", "reminders", "all"] as const;
export type MailPurpose = (typeof mailPurposes)[number];

/** `stopped` is what the person said; `undeliverable` what their mail host said: then nothing at all is sent. */
export const Suppression = z.object({
  pk: z.string(),
  sk: z.literal("SUPPRESSED"),
  entity: z.literal("suppression"),
  stopped: z.set(z.enum(mailPurposes)).optional(),
  undeliverable: z.enum(["bounce", "complaint"]).optional(),
  /** Bounces that may pass, by time and name, while they are young enough to count. */
  softBounces: z.set(z.string()).optional(),
  changedAt: z.string(),
});
export type Suppression = z.infer<typeof Suppression>;

/** Who of these people wants or takes no mail, as it stood a moment ago; half a read unit each. */
export async function suppressionsOf(
  table: Table,
  people: readonly PersonHash[],
): Promise<Map<PersonHash, Suppression>> {
  const found = (await itemsAt(table, people.map(suppressionKey))).map((item) => Suppression.parse(item));
  return new Map(found.map((one) => [one.pk.slice("PERSON#".length) as PersonHash, one]));
}

/** Adds a purpose to what the person does not want. Doing it twice changes nothing. */
export async function stopMails(
  { client, name: TableName }: Table,
  { person, purpose }: { person: PersonHash; purpose: MailPurpose },
  now: Date,
): Promise<void> {
  await client.send(
    new UpdateItemCommand({
      TableName,
      Key: stored({ ...suppressionKey(person) }),
      UpdateExpression: "SET entity = :entity, changedAt = :now ADD stopped :purpose",
      ExpressionAttributeValues: {
        ...stored({ ":entity": "suppression", ":now": now.toISOString() }),
        ":purpose": { SS: [purpose] },
      },
    }),
  );
}

/** Puts in place all that the person does not want; what stood before, `all` too, is replaced. */
export async function keepStopped(
  { client, name: TableName }: Table,
  { person, stopped }: { person: PersonHash; stopped: readonly MailPurpose[] },
  now: Date,
): Promise<void> {
  const change = stopped.length > 0 ? ", stopped = :stopped" : " REMOVE stopped";
  await client.send(
    new UpdateItemCommand({
      TableName,
      Key: stored({ ...suppressionKey(person) }),
      UpdateExpression: `SET entity = :entity, changedAt = :now${change}`,
      ExpressionAttributeValues: {
        ...stored({ ":entity": "suppression", ":now": now.toISOString() }),
        ...(stopped.length > 0 && { ":stopped": { SS: [...stopped] } }),
      },
    }),
  );
}

/** Nothing is sent to the person any more: their host said so. A complaint overrules a bounce, never the other way. */
export async function suppress(
  { client, name: TableName }: Table,
  { person, undeliverable }: { person: PersonHash; undeliverable: "bounce" | "complaint" },
  now: Date,
): Promise<void> {
  try {
    await client.send(
      new UpdateItemCommand({
        TableName,
        Key: stored({ ...suppressionKey(person) }),
        UpdateExpression: "SET entity = :entity, changedAt = :now, undeliverable = :said",
        ConditionExpression:
          "attribute_not_exists(undeliverable) OR (undeliverable = :bounce AND :said <> :bounce)",
        ExpressionAttributeValues: stored({
          ":entity": "suppression",
          ":now": now.toISOString(),
          ":said": undeliverable,
          ":bounce": "bounce",
        }),
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}

/**
 * Notes a bounce that may pass, and suppresses the person when there are too many. Noting one twice counts it once; dead
 * in between, the second part is made up for when the event comes again.
 */
export async function noteSoftBounce(
  table: Table,
  { person, soft }: { person: PersonHash; soft: { at: string; id: string } },
  now: Date,
): Promise<void> {
  const { client, name: TableName } = table;
  const Key = stored({ ...suppressionKey(person) });
  const { Attributes } = await client.send(
    new UpdateItemCommand({
      TableName,
      Key,
      UpdateExpression: "SET entity = :entity, changedAt = :now ADD softBounces :bounce",
      ExpressionAttributeValues: {
        ...stored({ ":entity": "suppression", ":now": now.toISOString() }),
        ":bounce": { SS: [softBounceName(soft)] },
      },
      ReturnValues: "ALL_NEW",
    }),
  );
  const { softBounces } = Suppression.parse(plain(Attributes ?? {}));
  const { old, tooMany } = weighSoftBounces(softBounces ?? [], now);
  if (tooMany) await suppress(table, { person, undeliverable: "bounce" }, now);
  if (old.length === 0) return;
  await client.send(
    new UpdateItemCommand({
      TableName,
      Key,
      UpdateExpression: "DELETE softBounces :old",
      ExpressionAttributeValues: { ":old": { SS: old } },
    }),
  );
}
