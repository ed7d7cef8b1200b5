import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { Logger } from "@aws-lambda-powertools/logger";
import type { SQSBatchResponse, SQSRecord } from "aws-lambda";
import { mimeOf } from "../../shared/mail/mime.ts";
import { keyOfMail, OwedMail, tagOfMail } from "../../shared/mail/owed.ts";
import { claimAgain, claimMails, type Mail, type Outcome, settleMails } from "../../shared/table/mail.ts";
import { mailingsOf } from "../../shared/table/mailing.ts";
import type { Table } from "../../shared/table/table.ts";
import { describe } from "../edge/chain.ts";
import type { Desk } from "./letter-facts.ts";
import { letterFor } from "./letters.ts";
import { noteMails } from "./note-mails.ts";
import { type Pace, pacedBy, roomWithin } from "./pace.ts";
import { type Post, type Sending, send } from "./send.ts";

const logger = new Logger({ serviceName: "mailer" });

/** A worker that has not recorded an outcome after this long is dead: what it claimed is of unknown outcome. */
const claimSeconds = 120;

export interface Mailer {
  table: Table;
  post: Post;
  desk: Desk;
  pace: Pace;
  clock: () => Date;
  /** No mail is begun behind this, in milliseconds of `Date.now()`: a worker that is stopped leaves outcomes unknown. */
  until?: number;
  /** How long it waits before it hands a mail over again where SES says that we go too fast. Milliseconds, one a try. */
  throttledWaits?: readonly number[];
}

/** SES counts by the second; behind these waits the queue takes over, which brings a message again after minutes. */
const throttledWaits = [300, 1_000, 2_500];

interface Job {
  record: SQSRecord;
  mail: OwedMail;
  key: string;
}

/**
 * Sends a batch of owed mails, each at most once: claim, send, record the outcome. Messages that are to come again are
 * in the answer. Killed anywhere, a mail is either not claimed yet, or found later as claimed by a dead worker; then its
 * outcome is unknown, and it is left to SES's own event or the sweep.
 */
export async function mailBatch(mailer: Mailer, records: readonly SQSRecord[]): Promise<SQSBatchResponse> {
  const jobs = records.map(readJob);
  const retry = new Set(jobs.filter((job) => job.mail === undefined).map(({ record }) => record.messageId));
  const readable = jobs.filter((job): job is Job => job.mail !== undefined);
  const now = mailer.clock();
  const letters = await lettersFor(mailer, readable);
  const written = readable.filter(({ key }) => letters.byKey.has(key));
  const room = await roomWithin(mailer.pace, (mailer.until ?? Number.POSITIVE_INFINITY) - Date.now());
  const wanted = written.slice(0, room);
  for (const { record } of written.slice(room)) retry.add(record.messageId);
  const claim = { claim: randomUUID(), now };
  const ours = await claimed(mailer, wanted, claim);
  for (const { record, key } of wanted) if (ours.later.has(key)) retry.add(record.messageId);
  const outcomes = [...ours.settled];
  for (const { record, mail, key } of wanted) {
    if (!ours.keys.delete(key)) continue;
    const outcome = await sendOne(
      mailer,
      { mail, key },
      letters.byKey.get(key) ?? { to: "", raw: Buffer.alloc(0) },
    );
    outcomes.push(outcome);
    if (outcome.state === "released") retry.add(record.messageId);
  }
  await settleMails(mailer.table, outcomes, claim);
  await noteMails(mailer.table, { owed: readable, suppressed: letters.suppressed, outcomes }, mailer.clock());
  return { batchItemFailures: [...retry].map((itemIdentifier) => ({ itemIdentifier })) };
}

function readJob(record: SQSRecord): Job | { record: SQSRecord; mail?: undefined } {
  try {
    const mail = OwedMail.parse(JSON.parse(record.body));
    return { record, mail, key: keyOfMail(mail) };
  } catch (error) {
    logger.error("a message could not be read", { messageId: record.messageId, fault: describe(error) });
    return { record };
  }
}

interface Letters {
  byKey: Map<string, { to: string; raw: Buffer }>;
  /** Mails that are not written because their host or they themselves want no more. */
  suppressed: Set<string>;
}

/** The mails that are (still) to be written, as MIME, by key; whatever is owed no more is not in it. */
async function lettersFor({ table, desk, clock }: Mailer, jobs: readonly Job[]): Promise<Letters> {
  const mailings = await mailingsOf(
    table,
    jobs.map(({ mail }) => mail),
  );
  const letters: Letters = { byKey: new Map(), suppressed: new Set() };
  await Promise.all(
    jobs.map(async ({ mail, key }, i) => {
      const mailing = mailings[i];
      const letter = mailing && (await letterFor({ ...desk, clock }, mail, mailing));
      if (letter) letters.byKey.set(key, { to: letter.to, raw: mimeOf({ ...letter, tag: tagOfMail(key) }) });
      else if (mailing?.suppression?.undeliverable ?? mailing?.suppression?.stopped)
        letters.suppressed.add(key);
    }),
  );
  return letters;
}

interface Claims {
  keys: Set<string>;
  /** Mails that another worker may be sending just now, or whose claim failed for a passing reason. */
  later: Set<string>;
  settled: Outcome[];
}

async function claimed(
  { table }: Mailer,
  jobs: readonly Job[],
  { claim, now }: { claim: string; now: Date },
): Promise<Claims> {
  const firsts = new Map(jobs.filter(({ mail }) => !mail.again).map((job) => [job.key, job]));
  const { ours, others } = await claimMails(
    table,
    [...firsts.values()].map(({ key, mail }) => ({ key, kind: mail.kind })),
    { claim, now },
  );
  const claims: Claims = { keys: ours, later: new Set(), settled: [] };
  for (const [key, { mail }] of firsts) {
    if (ours.has(key)) continue;
    const other = others.get(key);
    if (!other) claims.later.add(key);
    else if (other.state === "claimed" && isDead(other, now)) claims.settled.push(unknown(key, mail, now));
    else if (other.state === "claimed") claims.later.add(key);
  }
  for (const { key, mail } of jobs) {
    if (mail.again && (await claimAgain(table, key, { claim, now }))) claims.keys.add(key);
  }
  return claims;
}

function isDead({ claimedAt }: Mail, now: Date): boolean {
  return now.getTime() - new Date(claimedAt).getTime() > claimSeconds * 1000;
}

function unknown(key: string, mail: OwedMail, now: Date): Outcome {
  return { key, state: "unknown", owed: JSON.stringify(mail), since: now.toISOString() };
}

async function sendOne(
  mailer: Mailer,
  { mail, key }: { mail: OwedMail; key: string },
  letter: { to: string; raw: Buffer },
): Promise<Outcome> {
  const { pace, clock, until = Number.POSITIVE_INFINITY } = mailer;
  await pacedBy(pace);
  if (Date.now() > until) return { key, state: "released", again: mail.again === true };
  const sending = await handOver(mailer, { key, ...letter });
  if (sending.ended === "sent") return { key, state: "sent", again: mail.again === true };
  logger.warn("a mail was not sent", { kind: mail.kind, ended: sending.ended, code: sending.code });
  if (sending.ended === "not-now") return { key, state: "released", again: mail.again === true };
  if (sending.ended === "never") return { key, state: "refused", outcome: sending.code };
  return unknown(key, mail, clock());
}

/** Where SES says that we go too fast, it has certainly not taken the mail: it is handed over again after a moment. */
async function handOver(
  { post, until = Number.POSITIVE_INFINITY, ...mailer }: Mailer,
  mail: { key: string; to: string; raw: Buffer },
): Promise<Sending> {
  for (const wait of mailer.throttledWaits ?? throttledWaits) {
    const sending = await send(post, mail);
    if (sending.ended !== "not-now" || !sending.tooFast || Date.now() + wait > until) return sending;
    await sleep(wait);
  }
  return send(post, mail);
}
