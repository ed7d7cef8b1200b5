import type { EventMetrics } from "../../shared/contracts/metrics.ts";
import type { CampaignScope } from "../../shared/domain/scope.ts";
import type { Figures } from "../../shared/domain/tally.ts";
import { atLeastZero } from "../../shared/table/counts.ts";
import { headlines } from "../../shared/table/headlines.ts";
import type { Event } from "../../shared/table/scope.ts";
import { scopesByState } from "../../shared/table/scopes-by-state.ts";
import type { Table } from "../../shared/table/table.ts";
import { textIn } from "../../shared/table/views.ts";

type Line = EventMetrics["events"][number];

/** A campaign's events (all, where none is named): their seats, and whether their organizers said who came. */
export async function eventMetrics(
  table: Table,
  campaign: CampaignScope | undefined,
  now: Date,
): Promise<EventMetrics> {
  const own = async (state: Event["state"]) =>
    (await scopesByState(table, "event", state)).filter(
      (event) => campaign === undefined || event.campaign === campaign,
    );
  const [proposed, published, closed, cancelled, figures] = await Promise.all([
    ...[own("submitted"), own("published"), own("closed"), own("cancelled")],
    headlines(table),
  ] as const);
  const events = [...published, ...closed].map((event) => lineOf(event, figures.get(event.scope), now));
  const limited = events.filter(({ capacity }) => capacity !== null);
  const reported = events.filter(({ attendance }) => attendance === "reported").length;
  const missing = events.filter(({ attendance }) => attendance === "missing").length;
  return {
    proposed: proposed.length,
    published: published.length,
    closed: closed.length,
    cancelled: cancelled.length,
    seats: {
      offered: limited.reduce((sum, { capacity }) => sum + (capacity ?? 0), 0),
      taken: limited.reduce((sum, { registered }) => sum + registered, 0),
    },
    attendance: { due: reported + missing, reported, missing },
    events,
  };
}

function lineOf(event: Event, figures: Figures | undefined, now: Date): Line {
  const { slug, title, state, startsAt, endsAt, capacity } = event;
  const reported = atLeastZero(figures?.reported);
  const over = endsAt <= now.toISOString();
  return {
    ...{ slug, title: textIn(title, "en"), state, startsAt, endsAt, capacity },
    registered: atLeastZero(figures?.actions),
    reported,
    attendance: reported > 0 ? "reported" : over ? "missing" : "not-yet",
  };
}
