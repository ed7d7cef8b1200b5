import { Temporal } from "temporal-polyfill";
import { isTimeZone } from "./time-zone.ts";

/** Which of two moments a local time means that exists twice, when clocks are set back. */
export const folds = ["earlier", "later"] as const;
export type Fold = (typeof folds)[number];

export type LocalTimeProblem = "unknown-time-zone" | "time-does-not-exist" | "time-exists-twice";

/**
 * The UTC moment of a local time (`2027-10-21T18:00`) in an IANA zone. At a clock change a time may not exist or exist
 * twice: that is a problem to ask about, unless `fold` answers it.
 */
export function momentOf(
  local: string,
  timeZone: string,
  fold?: Fold | undefined,
): { moment: string } | { problem: LocalTimeProblem } {
  if (!isTimeZone(timeZone)) return { problem: "unknown-time-zone" };
  const plain = Temporal.PlainDateTime.from(local);
  const earlier = plain.toZonedDateTime(timeZone, { disambiguation: "earlier" });
  const later = plain.toZonedDateTime(timeZone, { disambiguation: "later" });
  if (!earlier.toPlainDateTime().equals(plain)) return { problem: "time-does-not-exist" };
  if (earlier.epochMilliseconds !== later.epochMilliseconds && fold === undefined)
    return { problem: "time-exists-twice" };
  const { epochMilliseconds } = fold === "later" ? later : earlier;
  return { moment: new Date(epochMilliseconds).toISOString() };
}
