import { TransactionCanceledException, TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import { EventNotPossible } from "../../shared/domain/event-states.ts";
import { ChangedMeanwhile, InvalidRequest } from "../../shared/domain/refused.ts";
import { auditing } from "../../shared/table/audit.ts";
import { reporting, reportOn } from "../../shared/table/report.ts";
import { type Deciding, staffEvent } from "./decide.ts";

/**
 * Notes how many came, as the organizer says, with what shows it. Not before the event began; said again, it takes the
 * place of what was said before.
 */
export async function report(
  { table, clock, id }: Deciding,
  { slug, reported, evidence, who }: { slug: string; reported: number; evidence: string; who: string },
): Promise<{ reported: number; evidence: string; version: number }> {
  const now = clock();
  const event = await staffEvent(table, slug);
  if (event.state !== "published" && event.state !== "closed") throw new EventNotPossible("not-published");
  if (new Date(event.startsAt) > now) throw new InvalidRequest([{ pointer: "/reported", reason: "not-yet" }]);
  const { scope, campaign } = event;
  const before = await reportOn(table, scope);
  const said = { scope, campaign, reported, evidence, reportedAt: now.toISOString() };
  const act = {
    ...{ subject: scope, who, act: "event.report", reason: evidence },
    ...(before && { from: String(before.reported) }),
    to: String(reported),
  };
  const TransactItems = [reporting(table, before, said), auditing(table, act, { at: now, id: id() })];
  try {
    await table.client.send(new TransactWriteItemsCommand({ TransactItems }));
  } catch (error) {
    if (error instanceof TransactionCanceledException) throw new ChangedMeanwhile();
    throw error;
  }
  return { reported, evidence, version: (before?.version ?? 0) + 1 };
}
