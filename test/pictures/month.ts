import type { Metrics } from "../../shared/contracts/metrics.ts";
import { metrics } from "../web/metrics-sample.ts";

/** The four weeks that end with the day itself. */
const daysOf = (year: number) =>
  Array.from({ length: 28 }, (_, i) => new Date(Date.UTC(year, 8, 24 + i)).toISOString().slice(0, 10));

const days = daysOf(2027);
const [from = "", to = ""] = [days[0], days.at(-1)];

/** More each day, weekends less: as a campaign goes before its day. */
const submitted = days.map((_, i) => Math.round((40 + 3 * i ** 1.6) * (i % 7 < 2 ? 0.6 : 1)));

const stepsOf = (n: number) => ({
  ...{
    seen: 10 * Math.round(n * 0.43),
    submitted: n,
    sent: n - 1,
    delivered: Math.round(n * 0.97),
    confirmed: Math.round(n * 0.7),
  },
  ...{ attended: Math.round(n * 0.02), kept: Math.round(n * 0.1) },
});

const outcomesOf = (n: number) => ({
  ...{ sent: 2 * n, refused: 0, unknown: Math.round(n / 200), suppressed: Math.round(n / 90) },
  ...{ delivered: Math.round(1.94 * n), bounced: Math.round(n / 40), complained: Math.round(n / 900) },
});

function cells(parts: Record<string, number>, total: number, seenPerSignup: number | null) {
  return Object.fromEntries(
    Object.entries(parts).map(([cell, share]) => {
      const n = Math.round(total * share);
      const seen = seenPerSignup && 10 * Math.round((n * seenPerSignup) / 10);
      return [cell, { seen, submitted: n, confirmed: Math.round(n * 0.7) }];
    }),
  );
}

function campaignOf(scope: string, year: number, part: number): NonNullable<Metrics["campaign"]> {
  const byDay = daysOf(year).map((day, i) => ({ day, ...stepsOf(Math.round((submitted[i] ?? 0) * part)) }));
  const all = Math.round(submitted.reduce((sum, n) => sum + n, 0) * part);
  let people = 0;
  const points = byDay.map(({ day, confirmed }) => {
    people += confirmed;
    return { day, people, actions: Math.round(people * 1.2) };
  });
  return {
    ...{
      scope,
      from: byDay[0]?.day ?? "",
      to: byDay.at(-1)?.day ?? "",
      points,
      sources: { newsletter: Math.round(all * 0.5), partner: Math.round(all * 0.2) },
    },
    funnel: {
      ...{ total: stepsOf(all), byDay, askedAgain: 61, waitlisted: 12, withdrawn: 34 },
      by: {
        country: cells({ KE: 0.31, BR: 0.22, DE: 0.19, EG: 0.1, IN: 0.09, unknown: 0.09 }, all, null),
        language: cells({ en: 0.5, pt: 0.22, ar: 0.16, sw: 0.12 }, all, 4.3),
        source: cells({ newsletter: 0.5, partner: 0.2, unknown: 0.3 }, all, 4.3),
      },
    },
    referred: Math.round(all * 0.12),
  };
}

const total = submitted.reduce((sum, n) => sum + n, 0);

/** An answer of the metrics' route for four weeks before a day, beside the campaign of the year before. */
export const month: Metrics = {
  ...metrics,
  ...{ asOf: `${to}T12:00:00.000Z`, from, to },
  campaigns: metrics.campaigns.map((campaign, i) => ({
    ...campaign,
    title: i === 0 ? "Global Encryption Day 2027" : "Global Encryption Day 2026",
  })),
  campaign: campaignOf(metrics.campaigns[0]?.scope ?? "", 2027, 1),
  compared: campaignOf(metrics.campaigns[1]?.scope ?? "", 2026, 0.62),
  mails: {
    ...metrics.mails,
    total: outcomesOf(total),
    byDay: days.map((day, i) => ({ day, ...outcomesOf(submitted[i] ?? 0) })),
    byKind: { confirm: outcomesOf(total / 2), registered: outcomesOf(total / 2) },
  },
};
