import { SendMessageBatchCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { OwedMail } from "../../shared/mail/owed.ts";
import { isBulk } from "../../shared/mail/purpose.ts";

/** The two mail queues, by URL: what one person waits for, and what goes to many. */
export interface MailQueues {
  client: SQSClient;
  prompt: string;
  bulk: string;
}

/** The queues that a function's environment names. */
export function openQueues(env: { CONFIRMATION_QUEUE_URL: string; BULK_QUEUE_URL: string }): MailQueues {
  return { client: new SQSClient({}), prompt: env.CONFIRMATION_QUEUE_URL, bulk: env.BULK_QUEUE_URL };
}

const messagesAtOnce = 10;

/** Queues owed mails. Answers with those that the queue did not take; they are to be queued again. */
export async function queueMails(
  { client, prompt, bulk }: MailQueues,
  mails: readonly OwedMail[],
): Promise<Set<OwedMail>> {
  const failed = new Set<OwedMail>();
  for (const [QueueUrl, queued] of [
    [prompt, mails.filter((mail) => !isBulk(mail.kind))],
    [bulk, mails.filter((mail) => isBulk(mail.kind))],
  ] as const) {
    for (let start = 0; start < queued.length; start += messagesAtOnce) {
      const batch = queued.slice(start, start + messagesAtOnce);
      const Entries = batch.map((mail, i) => ({ Id: String(i), MessageBody: JSON.stringify(mail) }));
      const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
      for (const { Id } of Failed) {
        const mail = batch[Number(Id)];
        if (mail) failed.add(mail);
      }
    }
  }
  return failed;
}
