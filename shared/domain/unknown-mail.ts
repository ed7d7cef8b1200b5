/** How long SES has to tell what became of a mail whose answer was lost, before it gets its one more try. */
export const unknownMinutes = 15;

export type Sweeping = "again" | "leave" | "wait";

/**
 * What the sweep does with a mail in the list of unknown outcomes. `again` is set from its one more try on: what is
 * unknown after that is left so, since a third mail is worse than a missing one.
 */
export function sweeping(
  { state, again, claimedAt }: { state: string; again?: boolean | undefined; claimedAt: string },
  now: Date,
): Sweeping {
  if (state === "unknown") return again ? "leave" : "again";
  if (state === "again") return "again";
  if (state !== "claimed") return "leave";
  return now.getTime() - new Date(claimedAt).getTime() > unknownMinutes * 60_000 ? "leave" : "wait";
}
