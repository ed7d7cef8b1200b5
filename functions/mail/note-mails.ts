import { Logger } from "@aws-lambda-powertools/logger";
import {
  type MailNote,
  type MailOutcome,
  mailFigures,
  partsOfMailKey,
  waitOf,
} from "../../shared/domain/mail-figures.ts";
import type { Verdict } from "../../shared/mail/feedback.ts";
import type { OwedMail } from "../../shared/mail/owed.ts";
import { isBulk } from "../../shared/mail/purpose.ts";
import { addToDay } from "../../shared/table/day-figures.ts";
import { type MailQueueName, mailQueueNames, noteLastOut } from "../../shared/table/last-out.ts";
import type { Outcome } from "../../shared/table/mail.ts";
import type { Table } from "../../shared/table/table.ts";
import { describe } from "../edge/chain.ts";

const logger = new Logger({ serviceName: "mail" });

/** What a batch of mails came to; `owed` are all that were in it. */
export interface Mailed {
  owed: readonly { key: string; mail: OwedMail }[];
  suppressed: ReadonlySet<string>;
  outcomes: readonly Outcome[];
}

/** Adds a batch of mails to the day's figures: one write for each action in it. What was put back is not in them. */
export async function noteMails(
  table: Table,
  { owed, suppressed, outcomes }: Mailed,
  now: Date,
): Promise<void> {
  const ended = new Map(outcomes.map(({ key, state }) => [key, state]));
  const notes = owed.flatMap(({ key, mail: { subject, kind, owedAt } }): MailNote[] => {
    if (suppressed.has(key)) return [{ subject, kind, outcome: "suppressed" }];
    const outcome = ended.get(key);
    if (!outcome || outcome === "released") return [];
    return [{ subject, kind, outcome, ...(outcome === "sent" && { wait: waitOf(owedAt, now) }) }];
  });
  await add(table, notes, now);
  await noteLeft(table, { owed, outcomes }, now);
}

/** At most so often a worker notes what it sends; milliseconds. */
const noteEveryMs = 5_000;
const noted = new WeakMap<Table, Map<MailQueueName, number>>();

/** Notes for each queue that mails go out, and how long the one that waited longest had been owed. */
async function noteLeft(
  table: Table,
  { owed, outcomes }: Omit<Mailed, "suppressed">,
  now: Date,
): Promise<void> {
  const sent = new Set(outcomes.filter(({ state }) => state === "sent").map(({ key }) => key));
  const last = noted.get(table) ?? new Map<MailQueueName, number>();
  noted.set(table, last);
  for (const queue of mailQueueNames) {
    const left = owed.filter(({ key, mail }) => sent.has(key) && isBulk(mail.kind) === (queue === "bulk"));
    if (left.length === 0 || now.getTime() - (last.get(queue) ?? 0) < noteEveryMs) continue;
    last.set(queue, now.getTime());
    const waited = Math.max(...left.map(({ mail }) => now.getTime() - Date.parse(mail.owedAt)));
    const waitedSeconds = Math.max(0, Math.round(waited / 1000));
    try {
      await noteLastOut(table, queue, { at: now.toISOString(), waitedSeconds });
    } catch (error) {
      logger.warn("that mails go out was not noted", { fault: describe(error) });
    }
  }
}

const told: ReadonlySet<string> = new Set<MailOutcome>(["delivered", "bounced", "complained"]);

/** Adds what SES told of mails, but that they went out, which we know. */
export async function noteTold(
  table: Table,
  events: readonly { key: string | undefined; verdict: Verdict }[],
  now: Date,
): Promise<void> {
  const notes = events
    .filter(({ verdict }) => told.has(verdict.state))
    .map(({ key, verdict }) => ({ ...partsOfMailKey(key), outcome: verdict.state }));
  await add(table, notes, now);
}

/** Losing figures must not send a mail again. */
async function add(table: Table, notes: readonly MailNote[], now: Date): Promise<void> {
  const day = now.toISOString().slice(0, 10);
  try {
    await Promise.all(
      [...mailFigures(notes)].map(([place, figures]) =>
        addToDay(table, { subject: `mails.${place}`, day, figures }),
      ),
    );
  } catch (error) {
    logger.warn("figures of mails were lost", { fault: describe(error) });
  }
}
