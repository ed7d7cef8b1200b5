import { InvalidRequest } from "./refused.ts";

/** The most points that one answer holds: a month by hour, three years by day. */
export const mostPoints = { hour: 31 * 24, day: 3 * 366 } as const;
export type Step = keyof typeof mostPoints;

/** What is shown where nothing is asked for: the last week by hour, the last year by day. */
const usualPoints = { hour: 7 * 24, day: 366 } as const;

const stepMs = { hour: 3_600_000, day: 86_400_000 } as const;

/** The first and the last UTC hour of a history, as they stand in keys (`2027-10-21T09`), both in it. */
export interface Range {
  from: string;
  to: string;
}

/**
 * The hours that a history is of. `from` and `to` are days or moments, both included. Throws `InvalidRequest`, with the
 * limit, where it would have more points than one answer holds, and where it ends before it begins.
 */
export function historyRange(
  { by, from, to }: { by: Step; from?: string | undefined; to?: string | undefined },
  now: Date,
): Range {
  const end = to === undefined ? now : lastMoment(to);
  const start = from === undefined ? new Date(end.getTime() - usualPoints[by] * stepMs[by]) : new Date(from);
  if (start > end) throw new InvalidRequest([{ pointer: "/from", reason: "after-the-end" }]);
  const points = Math.floor(end.getTime() / stepMs[by]) - Math.floor(start.getTime() / stepMs[by]) + 1;
  const limit = mostPoints[by];
  if (from !== undefined && points > limit)
    throw new InvalidRequest([{ pointer: "/from", reason: `more-${by}s-than-one-answer-holds`, limit }]);
  const first = by === "day" ? `${start.toISOString().slice(0, 10)}T00` : start.toISOString().slice(0, 13);
  return { from: first, to: end.toISOString().slice(0, 13) };
}

/** A day ends with its last hour. */
function lastMoment(to: string): Date {
  return new Date(to.length === 10 ? `${to}T23:59:59Z` : to);
}

/** When the hour or day that an hour (`2027-10-21T09`) lies in is over. */
export function endOf(hour: string, by: Step): string {
  const start = new Date(by === "hour" ? `${hour}:00:00.000Z` : `${hour.slice(0, 10)}T00:00:00.000Z`);
  return new Date(start.getTime() + stepMs[by]).toISOString();
}
