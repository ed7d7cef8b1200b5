import { UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { PersonHash } from "../domain/person-hash.ts";
import { suppressionKey } from "./keys.ts";
import { stored, type Table } from "./table.ts";

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
  changedAt: z.string(),
});
export type Suppression = z.infer<typeof Suppression>;

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
