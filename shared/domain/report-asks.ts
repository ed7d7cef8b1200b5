import { Temporal } from "temporal-polyfill";

/** Who organized an event is asked so often how many came, as long as they have not said it. */
export const mostReportAsks = 2;
const daysBetween = 7;
/** Nobody remembers how many came to what is longer ago. */
const lastAskDays = 30;
/** The hour at the event's place; a night's sleep lies between the event and the question. */
const askHour = 10;
const restHours = 8;

interface Asked {
  state: string;
  endsAt: string;
  timeZone: string;
  proposer?: string | undefined;
  reportAsks?: number | undefined;
  reportedAt?: string | undefined;
}

/** When the first ask is due: at ten in the morning of the event's place, eight hours after its end at least. */
export function firstReportAsk({ endsAt, timeZone }: Pick<Asked, "endsAt" | "timeZone">): Date {
  const rested = Temporal.Instant.from(endsAt).toZonedDateTimeISO(timeZone).add({ hours: restHours });
  const atTen = rested.withPlainTime({ hour: askHour });
  const due = Temporal.ZonedDateTime.compare(atTen, rested) < 0 ? atTen.add({ days: 1 }) : atTen;
  return new Date(due.epochMilliseconds);
}

/**
 * Which ask is due, 1 or 2, or undefined: nobody is asked who has reported, whose event was called off, or who was asked
 * twice. Pure.
 */
export function dueReportAsk(event: Asked, now: Date): number | undefined {
  const isOn = event.state === "published" || event.state === "closed";
  const asked = event.reportAsks ?? 0;
  if (!isOn || event.proposer === undefined || event.reportedAt !== undefined) return undefined;
  if (asked >= mostReportAsks) return undefined;
  const first = firstReportAsk(event).getTime();
  const due = first + asked * daysBetween * 86_400_000;
  const last = new Date(event.endsAt).getTime() + lastAskDays * 86_400_000;
  return now.getTime() >= due && now.getTime() <= last ? asked + 1 : undefined;
}

/** How long before now the oldest event began that somebody may still be asked about; an event lasts a month at most. */
export function oldestAskedAbout(now: Date): Date {
  return new Date(now.getTime() - (lastAskDays + 31) * 86_400_000);
}
