interface Timed {
  slug: string;
  startsAt: string;
  endsAt: string;
}

/** How far ahead something is “next”. */
const aheadMs = 24 * 3_600_000;
const mostNext = 3;

/**
 * Of events by date: what is on at this moment, and the few that begin within a day. The campaign's own event, which bears
 * its slug and lasts all day, is neither: it is what the whole page is about. Pure.
 */
export function nowAndNext<Event extends Timed>(
  events: readonly Event[],
  campaign: string,
  now: Date,
): { now: Event[]; next: Event[] } {
  const others = events.filter(({ slug }) => slug !== campaign);
  const until = (moment: string) => new Date(moment).getTime() - now.getTime();
  return {
    now: others.filter(({ startsAt, endsAt }) => until(startsAt) <= 0 && until(endsAt) > 0),
    next: others
      .filter(({ startsAt }) => until(startsAt) > 0 && until(startsAt) <= aheadMs)
      .slice(0, mostNext),
  };
}
