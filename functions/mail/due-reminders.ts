import { allDueAt, earliestReminder, reminderNames } from "../../shared/domain/reminder-times.ts";
import { occasion } from "../../shared/mail/event-mails.ts";
import { beginFanOut } from "../../shared/table/fan-out.ts";
import { type Event, scopesIn } from "../../shared/table/scope.ts";
import type { Table } from "../../shared/table/table.ts";

const pageSize = 100;

/**
 * Begins the reminders that are due by `now` of every event that has not begun; each once, however often it runs. The day
 * before has a wave for each hour of the world's days, see `reminder-times.ts`.
 */
export async function beginReminders(table: Table, now: Date): Promise<void> {
  for (const state of ["published", "closed"] as const)
    for await (const event of comingEvents(table, state, now)) await beginDue(table, event, now);
}

/** What this function has begun since it woke: a write that would find it begun is a write unit for nothing. */
const begun = new Set<string>();
const mostRemembered = 20_000;

async function beginDue(table: Table, event: Event, now: Date): Promise<void> {
  for (const reminder of reminderNames) {
    const job = {
      scope: event.scope,
      kind: `reminder-${reminder}`,
      occurrence: occasion(reminder, event),
    } as const;
    for (const due of allDueAt(reminder, event)) {
      const dueAt = due.toISOString();
      const name = [table.name, ...Object.values(job), dueAt].join();
      if (due > now || begun.has(name)) continue;
      await beginFanOut(table, { ...job, dueAt });
      if (begun.size >= mostRemembered) begun.clear();
      begun.add(name);
    }
  }
}

/** Events that begin within the longest time that is reminded of. */
async function* comingEvents(table: Table, state: Event["state"], now: Date): AsyncGenerator<Event> {
  const last = new Date(now.getTime() + earliestReminder).toISOString();
  let after: string | undefined = now.toISOString();
  while (after !== undefined) {
    const page = await scopesIn(table, { kind: "event", state }, { after, limit: pageSize });
    for (const item of page) {
      if (item.kind !== "event" || new Date(item.startsAt) > new Date(last)) return;
      if (new Date(item.startsAt) > now) yield item;
    }
    after = page.length === pageSize ? page.at(-1)?.listSk : undefined;
  }
}
