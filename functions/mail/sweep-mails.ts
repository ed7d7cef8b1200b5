import { Logger } from "@aws-lambda-powertools/logger";
import { sweeping, unknownMinutes } from "../../shared/domain/unknown-mail.ts";
import { OwedMail } from "../../shared/mail/owed.ts";
import type { Mail } from "../../shared/table/mail.ts";
import type { Table } from "../../shared/table/table.ts";
import { allowAgain, leaveUnknown, unknownMails } from "../../shared/table/unknown-mails.ts";
import { type MailQueues, queueMails } from "./queues.ts";

const logger = new Logger({ serviceName: "sweep" });

/** Of each bucket in one run; a bad hour is worked off in several. */
const mostAtOnce = 250;

export interface Sweep {
  table: Table;
  queues: MailQueues;
  clock: () => Date;
}

export interface Swept {
  again: number;
  left: number;
}

/**
 * Gives each mail of unknown outcome one more try, if SES has said nothing of it for a quarter of an hour. Marked first,
 * then queued: dead in between, it stands in the list for the next run, and two messages of one try make one mail.
 */
export async function sweepMails({ table, queues, clock }: Sweep): Promise<Swept> {
  const now = clock();
  const until = new Date(now.getTime() - unknownMinutes * 60_000).toISOString();
  const swept: Swept = { again: 0, left: 0 };
  const owed: OwedMail[] = [];
  for (const mail of await unknownMails(table, until, mostAtOnce)) {
    const todo = sweeping(mail, now);
    if (todo === "leave" && (await leaveUnknown(table, mail))) swept.left += 1;
    if (todo === "again" && (await allowAgain(table, mail, now))) owed.push(...owedIn(mail));
  }
  const failed = await queueMails(queues, owed);
  swept.again = owed.length - failed.size;
  if (swept.again + swept.left > 0) logger.warn("mails of unknown outcome", { ...swept });
  return swept;
}

function owedIn({ owed }: Mail): OwedMail[] {
  return owed === undefined ? [] : [{ ...OwedMail.parse(JSON.parse(owed)), again: true }];
}
