import { prices } from "./prices.ts";
import type { Row } from "./rows.ts";

/** What one confirmed participation asks for besides the table. */
const perParticipation = {
  /** The form posted, the link opened, the button pressed, the page of thanks; assets and other pages come from the CDN. */
  httpRequests: 4,
  /** Those, and their share of batches: tally 2/100, outbox 4/100, mailer 2/10. */
  invocations: 4 + 0.06 + 0.2,
  /** Two mails sent, received and deleted in tens. */
  queueRequests: (2 * 3) / 10,
  /** One line of the API's access log for each request, 350 bytes; functions log faults only. */
  logGb: (4 * 350) / 1e9,
  /** Seconds of a function times its GB, waiting for the table included: 12 ms a request, 8 ms a share of batches. */
  gbSeconds: 4 * 0.012 * (1769 / 1024) + 2 * 0.008 * (512 / 1024),
};
/** Views of a form that are told, for each participation: one in ten, where one in four who see it takes part. */
const toldViews = 4 / 10;
const million = 1_000_000;
/** A million of them: a request, a call of 12 ms, a write unit, a line of log. */
const perToldView =
  prices.httpRequests +
  prices.invocations +
  0.012 * (1769 / 1024) * prices.gbSecond * million +
  prices.writeUnits +
  (350 / 1e9) * prices.logGb * million;

/** The cost of a million confirmed participants, out of the units that were measured in this run. */
export function costRows(rows: ReadonlyMap<string, Row>): Row[] {
  const written = rows.get("write-units")?.value;
  const read = rows.get("read-units-signup")?.value;
  if (written === undefined || read === undefined) return [];
  const parts = {
    "table, writes": written * prices.writeUnits,
    "table, reads": read * prices.readUnits,
    "HTTP API": perParticipation.httpRequests * prices.httpRequests,
    "function calls": perParticipation.invocations * prices.invocations,
    "function time": perParticipation.gbSeconds * prices.gbSecond * million,
    queues: perParticipation.queueRequests * prices.queueRequests,
    logs: perParticipation.logGb * prices.logGb * million,
    "views of forms that are told": toldViews * perToldView,
  };
  const total = Object.values(parts).reduce((a, b) => a + b, 0);
  const named = Object.entries(parts).map(([name, dollars]) => `${name} $${dollars.toFixed(2)}`);
  return [
    {
      order: 13,
      what: "cost of 1,000,000 participants without SES",
      budget: "≤ $10",
      measured: `$${total.toFixed(2)}`,
      how: `measured units, list prices of ${prices.readOn}, no free tier: ${named.join(", ")}; function time is assumed (12 ms a request, 8 ms a share of batches), and so is that one in four who see a form takes part, and the CDN's is not in it (about 8 requests and 60 KB each: within its always-free 10 million requests and 1 TB a month)`,
    },
  ];
}
