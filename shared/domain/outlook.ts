/** What the people of the last days say about a campaign's goal, without promising what nobody knows. */
export const outlooks = ["no-goal", "reached", "at-this-rate", "after-the-end", "not-at-this-rate"] as const;

export interface Outlook {
  says: (typeof outlooks)[number];
  /** The day (UTC) on which the goal would be reached at this rate; null where it would not, or has been. */
  on: string | null;
}

const dayMs = 86_400_000;
/** Further off than this a rate of one week says nothing. */
const furthestDays = 3_650;

/** How many days of people the rate is taken of. */
export const rateDays = 7;

/**
 * People a day over the last week, or since the first one where that is shorter (half a day at least, so that the first
 * hour does not promise a million). `gained` are those of the last week, net of who left.
 */
export function perDay(gained: number, since: Date | undefined, now: Date): number {
  const elapsed = since ? (now.getTime() - since.getTime()) / dayMs : rateDays;
  return gained / Math.min(rateDays, Math.max(0.5, elapsed));
}

/** When the goal is reached at this rate. `ends` is the campaign's last day. */
export function outlookOf(
  { people, goal, rate, ends }: { people: number; goal: number | null; rate: number; ends: string },
  now: Date,
): Outlook {
  if (goal === null) return { says: "no-goal", on: null };
  if (people >= goal) return { says: "reached", on: null };
  const days = (goal - people) / rate;
  if (rate <= 0 || days > furthestDays) return { says: "not-at-this-rate", on: null };
  const on = new Date(now.getTime() + days * dayMs).toISOString().slice(0, 10);
  return { says: on > ends ? "after-the-end" : "at-this-rate", on };
}
