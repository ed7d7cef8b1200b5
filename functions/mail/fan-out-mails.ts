import type { OwedMail } from "../../shared/mail/owed.ts";
import { advance, dueFanOuts, type FanOut } from "../../shared/table/fan-out.ts";
import type { Participation } from "../../shared/table/participation.ts";
import type { Table } from "../../shared/table/table.ts";
import { bucketPage, bucketsOf } from "../../shared/table/waiting-line.ts";
import { type MailQueues, queueMails } from "./queues.ts";

const pageSize = 100;

export interface FanningOut {
  table: Table;
  queues: MailQueues;
  clock: () => Date;
  /** When a run must have stopped, in milliseconds of `Date.now()`; the next run goes on. */
  until: number;
}

/**
 * Queues the mails of every fan-out that is due, page by page. Killed anywhere, the next run goes on from the last page
 * that was noted; what is queued twice by that is sent once. Returns how many mails were queued.
 */
export async function fanOutMails(fanning: FanningOut): Promise<number> {
  let queued = 0;
  for (const due of await dueFanOuts(fanning.table, fanning.clock())) queued += await work(fanning, due);
  return queued;
}

async function work(fanning: FanningOut, due: FanOut): Promise<number> {
  let job: FanOut | undefined = due;
  const before = due.queued;
  while (job?.listPk !== undefined && Date.now() < fanning.until) {
    const next: FanOut | undefined = await onePage(fanning, job);
    if (next === undefined) return job.queued - before;
    job = next;
  }
  return (job?.queued ?? before) - before;
}

/** Queues one page and notes it; undefined where another runner is at it, or the queue does not take them now. */
async function onePage({ table, queues, clock }: FanningOut, job: FanOut): Promise<FanOut | undefined> {
  const buckets = bucketsOf(job.scope, !job.kind.startsWith("reminder-"));
  const bucket = buckets[job.place];
  if (bucket === undefined)
    return advance(table, job, { place: job.place, queued: job.queued, done: clock() });
  const page = await bucketPage(table, bucket, { after: job.after, limit: pageSize });
  const mails = page.filter(({ scope }) => scope === job.scope).map((one) => owed(job, one));
  if ((await queueMails(queues, mails)).size > 0) return undefined;
  const queued = job.queued + mails.length;
  const isLast = page.length < pageSize;
  return advance(table, job, {
    place: isLast ? job.place + 1 : job.place,
    after: isLast ? undefined : page.at(-1)?.listSk,
    queued,
  });
}

function owed({ kind, scope, occurrence, dueAt }: FanOut, { person }: Participation): OwedMail {
  return { kind, person, subject: scope, occurrence, owedAt: dueAt };
}
