import { InvalidRequest } from "./refused.ts";

/** Days (UTC, ISO), both included. */
export interface Period {
  from: string;
  to: string;
}

const dayMs = 86_400_000;
const usualDays = 28;

/** The longest period that staff may ask for at once. */
export const mostDays = 366;

/** The period asked for; four weeks up to today where nothing is said. Throws `InvalidRequest`, with the limit. */
export function periodOf(asked: { from?: string | undefined; to?: string | undefined }, now: Date): Period {
  const to = asked.to ?? now.toISOString().slice(0, 10);
  const from = asked.from ?? shifted(to, 1 - usualDays);
  if (from > to) throw new InvalidRequest([{ pointer: "/from", reason: "after-the-end" }]);
  if (daysBetween(from, to) >= mostDays)
    throw new InvalidRequest([
      { pointer: "/from", reason: "more-days-than-one-answer-holds", limit: mostDays },
    ]);
  return { from, to };
}

/** Whole days from one to the other; negative where the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}

export function shifted(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}

export function daysIn({ from, to }: Period): string[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => shifted(from, i));
}
