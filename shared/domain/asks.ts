/**
 * Nobody's inbox can be flooded through our forms: an address gets the mails that it (or somebody in its name) asked
 * for only so often a day. Above the limit a signup is taken and answered as always, but owes no mail.
 */
export const asksPerActionAndDay = 3;
export const asksPerAddressAndDay = 12;

/** How often was asked, in all and on the UTC day `askedOn`. */
export interface Asks {
  asks: number;
  asksToday: number;
  askedOn: string;
}

export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

/** The next ask, or undefined where today's are used up. `addressAsks` counts this one already. */
export function nextAsk(before: Asks | undefined, addressAsks: number, now: Date): Asks | undefined {
  const day = dayOf(now);
  const today = before?.askedOn === day ? before.asksToday : 0;
  if (today >= asksPerActionAndDay || addressAsks > asksPerAddressAndDay) return undefined;
  return { asks: (before?.asks ?? 0) + 1, asksToday: today + 1, askedOn: day };
}
