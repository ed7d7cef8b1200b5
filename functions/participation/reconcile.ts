import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import type { Context } from "aws-lambda";
import { weightOf } from "../../shared/domain/recount.ts";
import { openTable } from "../../shared/table/table.ts";
import { environment } from "../edge/environment.ts";
import { type Report, recount } from "./recount.ts";

const table = openTable(environment("TABLE_NAME").TABLE_NAME);
const metrics = new Metrics({ namespace: "Coalition", serviceName: "reconcile" });

/** A segment takes a minute at most; so much is kept for the one that has begun, and for comparing. */
const keptMs = 120_000;

/** Time ran out. Called again, as Lambda does with what failed, it goes on where it was. */
class RecountUnfinished extends Error {
  constructor(run: string) {
    super(`run ${run} goes on with the next call`);
    this.name = "RecountUnfinished";
  }
}

/** Recounts, repairs, reports, and answers what it found. */
export async function handler(_event: unknown, context: Context): Promise<Report> {
  const allowance = context.getRemainingTimeInMillis();
  const least = Math.min(keptMs, allowance / 2);
  const report = await recount({
    table,
    clock: () => new Date(),
    timeLeft: () => context.getRemainingTimeInMillis() > least,
  });
  publish(report);
  if (!report.finished) throw new RecountUnfinished(report.run);
  return report;
}

function publish({ drifts, missed, gone, unsettled, uncounted, unreadable }: Report): void {
  const drift = drifts.reduce((sum, found) => sum + weightOf(found.drift), 0);
  metrics.addMetric("CounterDrift", MetricUnit.Count, drift);
  metrics.addMetric("MissedByTally", MetricUnit.Count, missed + gone);
  metrics.addMetric("CountersUnsettled", MetricUnit.Count, unsettled.length);
  metrics.addMetric("CannotBeCounted", MetricUnit.Count, uncounted + unreadable);
  metrics.publishStoredMetrics();
}
