import { GetQueueAttributesCommand } from "@aws-sdk/client-sqs";
import { dayOf } from "../../shared/domain/asks.ts";
import { breakerOn } from "../../shared/domain/sending-health.ts";
import { keyOfMail, type OwedMail } from "../../shared/mail/owed.ts";
import { mailsByKey } from "../../shared/table/mail.ts";
import { allNews, type News } from "../../shared/table/news.ts";
import { audiencePage, partsOf } from "../../shared/table/news-audience.ts";
import {
  addToFigures,
  type NewsPart,
  newsFigures,
  newsParts,
  passPage,
} from "../../shared/table/news-progress.ts";
import type { Participation } from "../../shared/table/participation.ts";
import { actionsOf } from "../../shared/table/scopes-by-state.ts";
import type { Table } from "../../shared/table/table.ts";
import { move } from "./news-moves.ts";
import { type MailQueues, queueMails } from "./queues.ts";

/** People read of a list at once: one call of each kind answers for all of them. */
const pageSize = 100;
/** No more than this many may wait in the bulk queue, so that a pause or a stop is felt within minutes. */
const mostWaiting = 5_000;

export interface FanOut {
  table: Table;
  queues: MailQueues;
  clock: () => Date;
  /** Smaller in tests. */
  pageSize?: number;
  mostWaiting?: number;
}

/**
 * One run over the mailings that go out now: begins what is due, stops what bounces too much, queues the next people of
 * each. Every step may be broken off and done again: a page is queued first and passed then, and the key of a mail lets
 * it go out once. Gives how many mails were queued.
 */
export async function fanOut(work: FanOut): Promise<number> {
  let queued = 0;
  for (const news of await allNews(work.table)) {
    const begun = await begin(work, news);
    if (begun?.state === "sending") queued += await goOn(work, begun);
  }
  return queued;
}

async function begin({ table, clock }: FanOut, news: News): Promise<News | undefined> {
  if (news.state !== "scheduled" || !news.sendAt || new Date(news.sendAt) > clock()) return news;
  return move(table, news.id, { verb: "tick", now: clock() });
}

async function goOn(work: FanOut, news: News): Promise<number> {
  const { table, clock } = work;
  const figures = await newsFigures(table, news.id, dayOf(clock()));
  const stoppedBy = breakerOn(figures);
  if (stoppedBy) {
    await move(table, news.id, { verb: "halt", now: clock(), stoppedBy });
    return 0;
  }
  const today = news.perDay === null ? Number.POSITIVE_INFINITY : news.perDay - figures.queuedOnDay;
  let budget = Math.min(today, (work.mostWaiting ?? mostWaiting) - (await waiting(work.queues)));
  let queued = 0;
  const parts = await newsParts(table, news.id);
  for (const part of partsOf(await actionsOf(table, news.campaign))) {
    const outcome = await workOff(work, news, { part, begun: parts.get(part), budget });
    queued += outcome.queued;
    budget -= outcome.queued;
    if (!outcome.done) return queued;
  }
  await move(table, news.id, { verb: "finish", now: clock() });
  return queued;
}

/** Mails that wait in the bulk queue or are being sent just now, as SQS guesses. */
async function waiting({ client, bulk }: MailQueues): Promise<number> {
  const { Attributes = {} } = await client.send(
    new GetQueueAttributesCommand({
      QueueUrl: bulk,
      AttributeNames: ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"],
    }),
  );
  return Object.values(Attributes).reduce((sum, n) => sum + Number(n), 0);
}

interface Part {
  part: string;
  begun: NewsPart | undefined;
  budget: number;
}

/** Goes through one bucket of one list until its end or the budget's. */
async function workOff(
  work: FanOut,
  news: News,
  { part, begun, budget }: Part,
): Promise<{ done: boolean; queued: number }> {
  // A resumed mailing goes through its lists anew: what waited in the queue when it was paused was not sent.
  const round = news.rounds;
  let standing = begun;
  let queued = 0;
  while (standing?.round !== round || !standing.done) {
    if (budget - queued <= 0) return { done: false, queued };
    const here: NewsPart = standing?.round === round ? standing : { part, round, done: false, queued: 0 };
    const limit = Math.min(work.pageSize ?? pageSize, budget - queued);
    const { found, next } = await audiencePage(
      work.table,
      { list: part, after: here.cursor, limit },
      news.audience,
    );
    const fresh = await queuePage(work, news, found);
    if (fresh === undefined) return { done: false, queued };
    queued += fresh;
    const after = { ...here, cursor: next, done: next === undefined, queued: here.queued + found.length };
    if (!(await passPage(work.table, news.id, { before: standing, after }))) return { done: false, queued };
    standing = after;
  }
  return { done: true, queued };
}

/** Queues whom this mailing has not reached; gives how many, or undefined where the queue did not take them all. */
async function queuePage(work: FanOut, news: News, found: Participation[]): Promise<number | undefined> {
  const { table, queues, clock } = work;
  const owed = found.map((participation) => owedNews(news, participation, clock()));
  const known = await mailsByKey(table, owed.map(keyOfMail));
  const fresh = owed.filter((mail) => !known.has(keyOfMail(mail)));
  const failed = await queueMails(queues, fresh);
  await addToFigures(table, news.id, { [`queued@${dayOf(clock())}`]: fresh.length - failed.size });
  return failed.size > 0 ? undefined : fresh.length;
}

function owedNews({ id }: News, { person, scope }: Participation, now: Date): OwedMail {
  return { kind: "news", person, subject: `news.${id}`, occurrence: 1, by: scope, owedAt: now.toISOString() };
}
