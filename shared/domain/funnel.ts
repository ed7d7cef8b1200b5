import { outcomesIn } from "./mail-figures.ts";
import type { Figures } from "./tally.ts";

/** What is known of one action (or the sum of several): by day, from its books. */
export interface ActionDays {
  /** Views of the form, approximate, by day. */
  seen: Map<string, Figures>;
  /** What the tally counted, by UTC hour (`2027-10-21T09`): exact. */
  counted: Map<string, Figures>;
  /** Signups, approximate, by day. */
  signups: Map<string, Figures>;
  /** Mails by outcome, approximate, by day. */
  mails: Map<string, Figures>;
}

export interface Steps {
  seen: number;
  submitted: number;
  sent: number;
  delivered: number;
  confirmed: number;
  attended: number;
  kept: number;
}

/** The sum of several books of figures, by the keys that `keyOf` makes of theirs. */
export function addedUp(
  books: readonly Map<string, Figures>[],
  keyOf: (key: string) => string = (key) => key,
): Map<string, Figures> {
  const sum = new Map<string, Figures>();
  for (const book of books)
    for (const [key, figures] of book) {
      const into = sum.get(keyOf(key)) ?? {};
      for (const [figure, n] of Object.entries(figures)) into[figure] = (into[figure] ?? 0) + n;
      sum.set(keyOf(key), into);
    }
  return sum;
}

export function totalOf(book: Map<string, Figures>): Figures {
  return addedUp([book], () => "").get("") ?? {};
}

/** The day of an hour. */
export const dayOfHour = (hour: string): string => hour.slice(0, 10);

/**
 * The steps of each of `days`, each by the day on which it came about: who signed up on one may confirm on the next, so
 * a day's steps are no group of people.
 */
export function funnelByDay({ counted, seen, signups, mails }: ActionDays, days: readonly string[]) {
  const countedByDay = addedUp([counted], dayOfHour);
  return days.map((day) => ({
    day,
    ...stepsOf({
      seen: seen.get(day),
      signups: signups.get(day),
      mails: mails.get(day),
      counted: countedByDay.get(day),
    }),
  }));
}

/** One day's page of each book, or its sum. */
type Pages = { [Book in keyof ActionDays]?: Figures | undefined };

export function stepsOf({ counted = {}, seen = {}, signups = {}, mails = {} }: Pages): Steps {
  const { sent, delivered } = outcomesIn(mails, "confirm");
  return {
    seen: seen.seen ?? 0,
    submitted: signups.submitted ?? 0,
    sent,
    delivered,
    confirmed: counted.actions ?? 0,
    attended: counted.attended ?? 0,
    kept: counted.kept ?? 0,
  };
}

export interface CellSteps {
  /** Null by country: a view of a form tells none. */
  seen: number | null;
  submitted: number;
  confirmed: number;
}

/** Seen, submitted and confirmed by the cells of a facet, the largest first. */
export function funnelCells(
  facet: "country" | "language" | "source",
  { counted, seen, signups }: { counted: Figures; seen: Figures; signups: Figures },
): Record<string, CellSteps> {
  const prefix = `${facet}:`;
  const names = new Set(
    [counted, seen, signups].flatMap((book) => Object.keys(book)).filter((f) => f.startsWith(prefix)),
  );
  const rows = [...names].map((name): [string, CellSteps] => [
    name.slice(prefix.length),
    {
      seen: facet === "country" ? null : (seen[name] ?? 0),
      submitted: signups[name] ?? 0,
      confirmed: counted[name] ?? 0,
    },
  ]);
  const inOrder = rows
    .filter(([, steps]) => Object.values(steps).some((n) => n))
    .sort(
      ([a, n], [b, m]) =>
        m.submitted - n.submitted ||
        m.confirmed - n.confirmed ||
        (m.seen ?? 0) - (n.seen ?? 0) ||
        (a < b ? -1 : 1),
    );
  return Object.fromEntries(inOrder);
}
