import { type Deltas, type Figures, subtract } from "./tally.ts";

/**
 * The reconciler's sums, as plain arithmetic: what ledgers booked against what counter items hold, by scope and UTC hour.
 */
export type Book = Record<string, Record<string, Figures>>;

export interface Sums {
  booked: Book;
  counted: Book;
  /** How often each hour's first item had been repaired when it was read: a repair is on the condition that it still is. */
  repairs: Record<string, Record<string, number>>;
}

export const noSums = (): Sums => ({ booked: {}, counted: {}, repairs: {} });

/** Adds figures to a book's hour, in place: there are millions of them. */
export function note(book: Book, { scope, hour }: { scope: string; hour: string }, figures: Figures): void {
  book[scope] ??= {};
  book[scope][hour] ??= {};
  const into = book[scope][hour];
  for (const [figure, n] of Object.entries(figures)) into[figure] = (into[figure] ?? 0) + n;
}

/** Adds the bookings of one ledger. */
export function noteBookings(book: Book, bookings: Record<string, Deltas>): void {
  for (const [hour, deltas] of Object.entries(bookings))
    for (const [scope, figures] of Object.entries(deltas)) note(book, { scope, hour }, figures);
}

/** Adds the sums of a part to those of the whole, in place. */
export function mergeSums(whole: Sums, part: Sums): void {
  for (const side of ["booked", "counted"] as const)
    for (const [scope, hours] of Object.entries(part[side]))
      for (const [hour, figures] of Object.entries(hours)) note(whole[side], { scope, hour }, figures);
  for (const [scope, hours] of Object.entries(part.repairs))
    whole.repairs[scope] = { ...whole.repairs[scope], ...hours };
}

/** What has to be added to `found` so that it is `right`; undefined where nothing has. */
export function driftOf(right: Figures, found: Figures): Figures | undefined {
  return subtract({ drift: right }, { drift: found }).drift;
}

/** The sum of figures, those that come to nothing left out. */
export function total(parts: readonly Figures[]): Figures {
  const sum: Book = {};
  for (const figures of parts) note(sum, { scope: "", hour: "" }, figures);
  return Object.fromEntries(Object.entries(sum[""]?.[""] ?? {}).filter(([, n]) => n !== 0));
}

/** How much a drift weighs in the metric: heads and deeds that were counted wrongly. */
export function weightOf(drift: Figures): number {
  return Object.values(drift).reduce((sum, n) => sum + Math.abs(n), 0);
}

/**
 * The first hour that a recount takes for open. Whoever counts books in the hour that it is, within the minute that a
 * function may run; ten minutes after its end an hour is closed for good.
 */
export function openFrom(now: Date): string {
  return new Date(now.getTime() - 600_000).toISOString().slice(0, 13);
}
