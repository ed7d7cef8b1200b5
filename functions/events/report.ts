import { EventNotPossible } from "../../shared/domain/event-states.ts";
import { InvalidRequest } from "../../shared/domain/refused.ts";
import { changeEvent } from "../../shared/table/change-event.ts";
import { reporting, reportOn } from "../../shared/table/report.ts";
import type { Event } from "../../shared/table/scope.ts";
import type { Deciding } from "./decide.ts";

/** What is said: how many came, what shows it, and who says it (of the staff, or `proposer`). */
export interface Said {
  reported: number;
  evidence: string;
  who: string;
}

/**
 * Notes how many came, with what shows it; from then on nobody is asked. Not before the event began; said again, it takes
 * the place of what was said before.
 */
export async function report(
  { table, clock, id }: Deciding,
  event: Event,
  { reported, evidence, who }: Said,
): Promise<{ reported: number; evidence: string; version: number }> {
  const now = clock();
  if (event.state !== "published" && event.state !== "closed") throw new EventNotPossible("not-published");
  if (new Date(event.startsAt) > now) throw new InvalidRequest([{ pointer: "/reported", reason: "not-yet" }]);
  const { scope, campaign } = event;
  const before = await reportOn(table, scope);
  const reportedAt = now.toISOString();
  const act = {
    ...{ subject: scope, who, act: "event.report", reason: evidence },
    ...(before && { from: String(before.reported) }),
    to: String(reported),
  };
  await changeEvent(table, {
    before: event,
    after: { ...event, reportedAt },
    act: { act, at: now, id: id() },
    also: [reporting(table, before, { scope, campaign, reported, evidence, reportedAt })],
  });
  return { reported, evidence, version: (before?.version ?? 0) + 1 };
}
