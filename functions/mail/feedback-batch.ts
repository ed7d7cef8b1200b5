import { Logger } from "@aws-lambda-powertools/logger";
import type { SQSBatchResponse, SQSRecord } from "aws-lambda";
import { SesEvent } from "../../shared/contracts/ses-event.ts";
import { readAddress } from "../../shared/domain/email-address.ts";
import { type PersonHash, type PersonKey, personHash } from "../../shared/domain/person-hash.ts";
import { type Verdict, verdictOn } from "../../shared/mail/feedback.ts";
import { readMailTag, type TaggedMail } from "../../shared/mail/owed.ts";
import { tagHeader } from "../../shared/mail/tag-header.ts";
import { mailsByKey } from "../../shared/table/mail.ts";
import { changes, settleAsTold } from "../../shared/table/mail-told.ts";
import { addToFigures } from "../../shared/table/news-progress.ts";
import { noteSoftBounce, suppress } from "../../shared/table/suppression.ts";
import type { Table } from "../../shared/table/table.ts";
import { describe } from "../edge/chain.ts";
import { type NewsSendings, tallyNews } from "./news-sendings.ts";
import { noteTold } from "./note-mails.ts";
import { type Door, readNotification } from "./notification.ts";

const logger = new Logger({ serviceName: "feedback" });

export interface Feedback {
  table: Table;
  personKey: () => Promise<PersonKey>;
  door: Door;
  clock: () => Date;
}

interface Told {
  record: SQSRecord;
  verdict: Verdict;
  /** The mail; undefined where the event carries no tag of ours. */
  mail: TaggedMail | undefined;
  people: PersonHash[];
}

/**
 * Takes in what SES tells of mails: settles those of unknown outcome, and suppresses whoever's host or who themself
 * wants no more. Every step may be done twice and in any order. Messages that are to come again are in the answer.
 */
export async function feedbackBatch(
  feedback: Feedback,
  records: readonly SQSRecord[],
): Promise<SQSBatchResponse> {
  const failed = new Set<SQSRecord>();
  const told: Told[] = [];
  for (const record of records) {
    await orFailed({ record, failed }, async () => {
      const read = await readTold(feedback, record);
      if (read) told.push(read);
    });
  }
  const news: NewsSendings = new Map();
  const mails = await mailsByKey(
    feedback.table,
    told.flatMap(({ mail }) => mail?.key ?? []),
  );
  for (const one of told) {
    await orFailed({ record: one.record, failed }, async () => {
      await silence(feedback, one);
      const { mail, verdict } = one;
      const changed =
        mail && changes(verdict.state, mails.get(mail.key))
          ? await settleAsTold(feedback.table, mail.key, verdict)
          : false;
      if (mail) tallyNews(news, { mail, verdict, changed });
    });
  }
  for (const [id, figures] of news) await addToFigures(feedback.table, id, figures);
  await noteTold(
    feedback.table,
    told
      .filter(({ record }) => !failed.has(record))
      .map(({ mail, verdict }) => ({ key: mail?.key, verdict })),
    feedback.clock(),
  );
  return { batchItemFailures: [...failed].map(({ messageId }) => ({ itemIdentifier: messageId })) };
}

async function orFailed(
  { record, failed }: { record: SQSRecord; failed: Set<SQSRecord> },
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    failed.add(record);
    logger.error("a message was not taken in", { messageId: record.messageId, fault: describe(error) });
  }
}

/** Undefined where there is nothing to do: SES greets a new topic with a plain text, and tells of delays. */
async function readTold(feedback: Feedback, record: SQSRecord): Promise<Told | undefined> {
  const message = await readNotification(record.body, feedback.door);
  if (!message.startsWith("{")) return undefined;
  const event = SesEvent.parse(JSON.parse(message));
  const verdict = verdictOn(event);
  if (!verdict) return undefined;
  const mail = readMailTag(event.mail.tags.mail?.[0] ?? tagInHeaders(event));
  const people = mail ? [mail.person] : await peopleAt(feedback, verdict);
  return { record, verdict, mail, people };
}

function tagInHeaders({ mail }: SesEvent): string | undefined {
  return mail.headers.find(({ name }) => name.toLowerCase() === tagHeader.toLowerCase())?.value;
}

/** Who has these addresses. Only asked for where somebody is to be suppressed. */
async function peopleAt({ personKey }: Feedback, verdict: Verdict): Promise<PersonHash[]> {
  if (!verdict.undeliverable && !verdict.soft) return [];
  const key = await personKey();
  return verdict.recipients.flatMap((recipient) => {
    const read = readAddress(recipient.replace(/^.*<(.*)>$/, "$1"));
    return "address" in read ? [personHash(read.address, key)] : [];
  });
}

async function silence({ table, clock }: Feedback, { verdict, people }: Told): Promise<void> {
  const { undeliverable, soft } = verdict;
  for (const person of people) {
    if (undeliverable) await suppress(table, { person, undeliverable }, clock());
    if (soft) await noteSoftBounce(table, { person, soft }, clock());
  }
}
