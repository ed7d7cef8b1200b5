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
import { addToDay } from "../../shared/table/day-figures.ts";
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
