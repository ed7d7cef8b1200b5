import type { Figures } from "./tally.ts";

/** What can be said of the mails of a day, in the order in which it comes about. */
export const mailOutcomes = [
  "sent",
  "refused",
  "unknown",
  "suppressed",
  "delivered",
  "bounced",
  "complained",
] as const;
export type MailOutcome = (typeof mailOutcomes)[number];

/** How long sent mails had been owed: each stands in the first that it fits in. Seconds. */
export const waits = [
  ["10s", 10],
  ["1m", 60],
  ["10m", 600],
  ["1h", 3_600],
  ["1d", 86_400],
  ["longer", Number.POSITIVE_INFINITY],
] as const;

export function waitOf(owedAt: string, now: Date): (typeof waits)[number][0] {
  const seconds = (now.getTime() - Date.parse(owedAt)) / 1000;
  return waits.find(([, most]) => seconds <= most)?.[0] ?? "longer";
}

export interface MailNote {
  /** What the mail is about: an action's scope, or a member. */
  subject: string;
  kind: string;
  outcome: MailOutcome;
  /** Set where it was sent: how long it had been owed. */
  wait?: string;
}

/** Notes of a batch, added up by where they stand: the action's scope, `members`, or `other` (news, proposals). */
export function mailFigures(notes: readonly MailNote[]): Map<string, Figures> {
  const sums = new Map<string, Figures>();
  for (const { subject, kind, outcome, wait } of notes) {
    const place = placeOf(subject);
    const sum = sums.get(place) ?? {};
    for (const figure of [`${kind}:${outcome}`, ...(wait ? [`wait:${wait}`] : [])])
      sum[figure] = (sum[figure] ?? 0) + 1;
    sums.set(place, sum);
  }
  return sums;
}

/** The places of mails that are about no action. */
export const otherPlaces = ["members", "other"] as const;

function placeOf(subject: string): string {
  if (/^(?:event|pledge|statement|campaign)\./.test(subject)) return subject;
  return subject.startsWith("member.") ? "members" : "other";
}

/** Subject and kind out of a mail's key (`<person>.<subject>.<kind>.<occurrence>`). */
export function partsOfMailKey(key: string | undefined): { subject: string; kind: string } {
  const parts = (key ?? "").split(".");
  if (parts.length < 4) return { subject: "other", kind: "other" };
  return { subject: parts.slice(1, -2).join("."), kind: parts.at(-2) ?? "other" };
}

/** Figures of days, added up by outcome over all kinds of mail, or over those of one. */
export function outcomesIn(figures: Figures, kind?: string): Record<MailOutcome, number> {
  const sum = Object.fromEntries(mailOutcomes.map((outcome) => [outcome, 0])) as Record<MailOutcome, number>;
  for (const [figure, n] of Object.entries(figures)) {
    const [of, outcome] = figure.split(":");
    if (outcome && outcome in sum && of !== "wait" && (!kind || of === kind))
      sum[outcome as MailOutcome] += n;
  }
  return sum;
}
