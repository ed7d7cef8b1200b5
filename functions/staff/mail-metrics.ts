import { GetQueueAttributesCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { MailMetrics } from "../../shared/contracts/metrics.ts";
import { addedUp, totalOf } from "../../shared/domain/funnel.ts";
import { otherPlaces, outcomesIn, waits } from "../../shared/domain/mail-figures.ts";
import { daysIn, type Period } from "../../shared/domain/period.ts";
import { actionKinds } from "../../shared/domain/scope.ts";
import { dayFiguresOf } from "../../shared/table/day-figures.ts";
import { inTurns } from "../../shared/table/in-turns.ts";
import { lastsOut } from "../../shared/table/last-out.ts";
import { scopesByState } from "../../shared/table/scopes-by-state.ts";
import type { Table } from "../../shared/table/table.ts";
import { unknownMails } from "../../shared/table/unknown-mails.ts";

export interface Queues {
  client: SQSClient;
  confirmation: string;
  bulk: string;
}

const placesAtOnce = 32;
const mostUnsettled = 1_000;

/** What became of all mails of a period, and what waits just now. */
export async function mailMetrics(table: Table, queues: Queues, period: Period): Promise<MailMetrics> {
  const places = [...(await allActions(table)), ...otherPlaces];
  const [books, unsettled, lasts, ...waiting] = await Promise.all([
    inTurns(places, placesAtOnce, (place) => dayFiguresOf(table, `mails.${place}`, period)),
    unknownMails(table, "~", mostUnsettled),
    lastsOut(table),
    queueOf(queues, "confirmation"),
    queueOf(queues, "bulk"),
  ]);
  const byDay = addedUp(books);
  const total = totalOf(byDay);
  const kinds = new Set(Object.keys(total).map((figure) => figure.split(":")[0] ?? ""));
  kinds.delete("wait");
  return {
    total: outcomesIn(total),
    byDay: daysIn(period).map((day) => ({ day, ...outcomesIn(byDay.get(day) ?? {}) })),
    byKind: Object.fromEntries([...kinds].sort().map((kind) => [kind, outcomesIn(total, kind)])),
    waited: Object.fromEntries(waits.map(([name]) => [name, total[`wait:${name}`] ?? 0])),
    queues: waiting.map((queue) => ({ ...queue, last: lasts.get(queue.name) ?? null })),
    unsettled: unsettled.length,
  };
}

async function allActions(table: Table): Promise<string[]> {
  const states = ["submitted", "published", "closed", "cancelled", "declined"] as const;
  const lists = await Promise.all(
    actionKinds.flatMap((kind) => states.map((state) => scopesByState(table, kind, state))),
  );
  return lists.flat().map(({ scope }) => scope);
}

async function queueOf(
  queues: Queues,
  name: "confirmation" | "bulk",
): Promise<Omit<MailMetrics["queues"][number], "last">> {
  const { Attributes = {} } = await queues.client.send(
    new GetQueueAttributesCommand({
      QueueUrl: queues[name],
      AttributeNames: [
        "ApproximateNumberOfMessages",
        "ApproximateNumberOfMessagesNotVisible",
        "ApproximateNumberOfMessagesDelayed",
      ],
    }),
  );
  const { ApproximateNumberOfMessages, ApproximateNumberOfMessagesNotVisible } = Attributes;
  return {
    name,
    waiting:
      Number(ApproximateNumberOfMessages ?? 0) + Number(Attributes.ApproximateNumberOfMessagesDelayed ?? 0),
    inHand: Number(ApproximateNumberOfMessagesNotVisible ?? 0),
  };
}
