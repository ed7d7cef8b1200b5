import { dueAt, occasion, reminderNames, reminders } from "../../shared/mail/event-mails.ts";
import { beginFanOut } from "../../shared/table/fan-out.ts";
import { type Event, scopesIn } from "../../shared/table/scope.ts";
import type { Table } from "../../shared/table/table.ts";

const pageSize = 100;

/** Begins the reminders that are due by `now` of every event that has not begun; each once, however often it runs. */
export async function beginReminders(table: Table, now: Date): Promise<void> {
  for (const state of ["published", "closed"] as const)
    for await (const event of comingEvents(table, state, now)) await beginDue(table, event, now);
}

async function beginDue(table: Table, event: Event, now: Date): Promise<void> {
  for (const reminder of reminderNames) {
    const due = dueAt(reminder, event);
    if (due > now) continue;
    await beginFanOut(table, {
      scope: event.scope,
      kind: `reminder-${reminder}`,
      occurrence: occasion(reminder, event),
      dueAt: due.toISOString(),
    });
  }
}

/** Events that begin within the longest time that is reminded of. */
async function* comingEvents(table: Table, state: Event["state"], now: Date): AsyncGenerator<Event> {
  const last = new Date(now.getTime() + Math.max(...Object.values(reminders))).toISOString();
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
