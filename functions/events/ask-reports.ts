import { ChangedMeanwhile } from "../../shared/domain/refused.ts";
import { dueReportAsk, oldestAskedAbout } from "../../shared/domain/report-asks.ts";
import { changeEvent } from "../../shared/table/change-event.ts";
import { type Event, scopesIn } from "../../shared/table/scope.ts";
import type { Table } from "../../shared/table/table.ts";

const pageSize = 100;

/**
 * Asks those whose event is over how many came. That an ask is due is written to the event, on the version that was read;
 * the mail follows from the stream. So a run that is killed, or two at once, ask nobody twice. Returns how many it asked.
 */
export async function askReports(table: Table, now: Date): Promise<number> {
  let asked = 0;
  for (const state of ["published", "closed"] as const)
    for await (const event of begunEvents(table, state, now)) if (await ask(table, event, now)) asked++;
  return asked;
}

async function ask(table: Table, before: Event, now: Date): Promise<boolean> {
  const reportAsks = dueReportAsk(before, now);
  if (reportAsks === undefined) return false;
  try {
    await changeEvent(table, { before, after: { ...before, reportAsks, changedAt: now.toISOString() } });
    return true;
  } catch (error) {
    // Somebody reported, edited or asked at this moment: the next run sees what has become of it.
    if (error instanceof ChangedMeanwhile) return false;
    throw error;
  }
}

/** Events that began so lately that they may be asked about. */
async function* begunEvents(table: Table, state: Event["state"], now: Date): AsyncGenerator<Event> {
  let after: string | undefined = oldestAskedAbout(now).toISOString();
  while (after !== undefined) {
    const page = await scopesIn(table, { kind: "event", state }, { after, limit: pageSize });
    for (const item of page) {
      if (item.kind !== "event" || new Date(item.startsAt) > now) return;
      yield item;
    }
    after = page.length === pageSize ? page.at(-1)?.listSk : undefined;
  }
}
