import type { CampaignLine, CampaignMetrics } from "../../shared/contracts/metrics.ts";
import { breakdown } from "../../shared/domain/counts.ts";
import {
  type ActionDays,
  addedUp,
  funnelByDay,
  funnelCells,
  stepsOf,
  totalOf,
} from "../../shared/domain/funnel.ts";
import { outlookOf, perDay, rateDays } from "../../shared/domain/outlook.ts";
import { daysIn, type Period } from "../../shared/domain/period.ts";
import { hourOf } from "../../shared/domain/tally.ts";
import { counterOf, hoursOf } from "../../shared/table/counter.ts";
import { headlineOf } from "../../shared/table/counts.ts";
import { dayFiguresOf } from "../../shared/table/day-figures.ts";
import { historyOf } from "../../shared/table/history.ts";
import { inTurns } from "../../shared/table/in-turns.ts";
import type { Campaign } from "../../shared/table/scope.ts";
import { actionsOf } from "../../shared/table/scopes-by-state.ts";
import type { Table } from "../../shared/table/table.ts";
import { textIn } from "../../shared/table/views.ts";

/** A campaign against its goal: the public figures, the rate of the last week, and what it promises. */
export async function campaignLine(table: Table, campaign: Campaign, now: Date): Promise<CampaignLine> {
  const { scope, title, state, starts, ends, goal } = campaign;
  const from = hourOf(new Date(now.getTime() - rateDays * 86_400_000));
  const [count, hours] = await Promise.all([
    headlineOf(table, { scope, details: campaign }, now),
    hoursOf(table, scope, { from }),
  ]);
  const gained = totalOf(hours).people ?? 0;
  const [first] = hours.keys();
  const since = gained === count.people && first ? new Date(`${first}:00:00Z`) : undefined;
  const rate = perDay(gained, since, now);
  const { people, actions, reported } = count;
  return {
    ...{ scope, title: textIn(title, "en"), state, starts, ends, people, actions, reported, goal },
    perDay: Math.round(rate * 10) / 10,
    outlook: outlookOf({ people, goal, rate, ends }, now),
  };
}

/** The funnel, the way to here, and where people came from, of one campaign in a period. */
export async function campaignMetrics(
  table: Table,
  { campaign, period }: { campaign: Campaign; period: Period },
  now: Date,
): Promise<CampaignMetrics> {
  const { scope } = campaign;
  const hours = { from: `${period.from}T00`, to: `${period.to}T23` };
  const [book, figures, history] = await Promise.all([
    bookOf(table, campaign, period),
    counterOf(table, scope),
    historyOf(table, { scope, by: "day", range: hours }, now),
  ]);
  const [counted, seen, signups] = [totalOf(book.counted), totalOf(book.seen), totalOf(book.signups)];
  const cells = (facet: "country" | "language" | "source") => funnelCells(facet, { counted, seen, signups });
  return {
    scope,
    ...period,
    funnel: {
      total: stepsOf({ counted, seen, signups, mails: totalOf(book.mails) }),
      byDay: funnelByDay(book, daysIn(period)),
      by: { country: cells("country"), language: cells("language"), source: cells("source") },
      askedAgain: signups.askedAgain ?? 0,
      waitlisted: signups.waitlisted ?? 0,
      withdrawn: signups.withdrawn ?? 0,
    },
    points: history.points.map(({ at, people, actions }) => ({ day: dayBefore(at), people, actions })),
    sources: breakdown(figures, "source"),
    referred: Math.max(0, figures.referred ?? 0),
  };
}

/** A history's point stands at the end of its day, which is the beginning of the next. */
function dayBefore(at: string): string {
  return new Date(Date.parse(at) - 1).toISOString().slice(0, 10);
}

/** So many actions are read at once: a campaign can have hundreds of events. */
const actionsAtOnce = 16;

/** What is known of all actions of a campaign. Their confirmed ones add up to the campaign's `actions`. */
async function bookOf(table: Table, campaign: Campaign, period: Period): Promise<ActionDays> {
  const scopes = await actionsOf(table, campaign.scope);
  const books = await inTurns(scopes, actionsAtOnce, async (scope) => {
    const [counted, seen, signups, mails] = await Promise.all([
      hoursOf(table, scope, { from: `${period.from}T00`, to: `${period.to}T23` }),
      dayFiguresOf(table, `seen.${scope}`, period),
      dayFiguresOf(table, `signups.${scope}`, period),
      dayFiguresOf(table, `mails.${scope}`, period),
    ]);
    return { counted, seen, signups, mails };
  });
  return {
    counted: addedUp(books.map((book) => book.counted)),
    seen: addedUp(books.map((book) => book.seen)),
    signups: addedUp(books.map((book) => book.signups)),
    mails: addedUp(books.map((book) => book.mails)),
  };
}
