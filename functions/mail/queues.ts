import { SQSClient } from "@aws-sdk/client-sqs";
import type { OwedMail } from "../../shared/mail/owed.ts";
import { isBulk } from "../../shared/mail/purpose.ts";
import { steadyClient } from "../../shared/table/steady-client.ts";
import { sendMessages } from "../edge/send-messages.ts";

/** The two mail queues, by URL: what one person waits for, and what goes to many. */
export interface MailQueues {
  client: SQSClient;
  prompt: string;
  bulk: string;
}

/** The queues that a function's environment names. */
export function openQueues(env: { CONFIRMATION_QUEUE_URL: string; BULK_QUEUE_URL: string }): MailQueues {
  return {
    client: steadyClient(SQSClient, {}),
    prompt: env.CONFIRMATION_QUEUE_URL,
    bulk: env.BULK_QUEUE_URL,
  };
}

/** Queues owed mails. Answers with those that the queue did not take; they are to be queued again. */
export async function queueMails(
  { client, prompt, bulk }: MailQueues,
  mails: readonly OwedMail[],
): Promise<Set<OwedMail>> {
  const toOne = await sendMessages(
    client,
    prompt,
    mails.filter(({ kind }) => !isBulk(kind)),
  );
  const toMany = await sendMessages(
    client,
    bulk,
    mails.filter(({ kind }) => isBulk(kind)),
  );
  return new Set([...toOne, ...toMany]);
}
