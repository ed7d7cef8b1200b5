import { Metrics, MetricsQuery } from "../../shared/contracts/metrics.ts";
import type { RouteKey } from "../../shared/contracts/routes.ts";
import { daysBetween, type Period, periodOf, shifted } from "../../shared/domain/period.ts";
import { UnknownScope } from "../../shared/domain/refused.ts";
import { type Campaign, publicStates } from "../../shared/table/scope.ts";
import { scopesByState } from "../../shared/table/scopes-by-state.ts";
import type { Table } from "../../shared/table/table.ts";
import type { Routes } from "../edge/chain.ts";
import { check } from "../edge/check.ts";
import { json } from "../edge/reply.ts";
import { staffMember, staffRoles } from "../edge/staff.ts";
import { auditRoute } from "./audit-route.ts";
import { campaignLine, campaignMetrics } from "./campaign-metrics.ts";
import { eventMetrics } from "./event-metrics.ts";
import { mailMetrics, type Queues } from "./mail-metrics.ts";
import { memberMetrics } from "./member-metrics.ts";
import { signableMetrics } from "./signable-metrics.ts";

export interface Surroundings {
  table: Table;
  queues: Queues;
  clock: () => Date;
}

/** What staff look at: the figures of a period, and who of them did what. Read only. */
export function metricsRoutes(surroundings: Surroundings): Routes<RouteKey<"staff-metrics">> {
  return {
    "GET /api/staff/metrics": {
      async handle(asked) {
        staffMember(asked, ...staffRoles);
        return json(200, Metrics.parse(await metrics(surroundings, check(MetricsQuery, asked.query))));
      },
    },
    "GET /api/staff/audit": auditRoute(surroundings),
  };
}

async function metrics({ table, queues, clock }: Surroundings, query: MetricsQuery): Promise<Metrics> {
  const now = clock();
  const period = periodOf(query, now);
  const campaigns = await campaignsOf(table);
  const campaign = query.campaign === undefined ? campaigns[0] : named(campaigns, query.campaign);
  const other = query.compare === undefined ? undefined : named(campaigns, query.compare);
  const beside = other && campaign ? aside(period, campaign, other) : period;
  const [lines, own, compared, mails, membership, events, signables] = await Promise.all([
    Promise.all(campaigns.map((one) => campaignLine(table, one, now))),
    campaign && campaignMetrics(table, { campaign, period }, now),
    other && campaignMetrics(table, { campaign: other, period: beside }, now),
    mailMetrics(table, queues, period),
    memberMetrics(table, period, now),
    eventMetrics(table, campaign?.scope, now),
    signableMetrics(table, campaign?.scope),
  ]);
  return {
    asOf: now.toISOString(),
    ...period,
    campaigns: lines,
    campaign: own ?? null,
    compared: compared ?? null,
    mails,
    membership,
    events,
    signables,
  };
}

/** Published ones first, by date. */
async function campaignsOf(table: Table): Promise<Campaign[]> {
  return (await Promise.all(publicStates.map((state) => scopesByState(table, "campaign", state)))).flat();
}

function named(campaigns: readonly Campaign[], slug: string): Campaign {
  const found = campaigns.find((campaign) => campaign.slug === slug);
  if (!found) throw new UnknownScope(`campaign.${slug}`);
  return found;
}

/** The days of the other campaign that are as far from its start as those of the period are from this one's. */
function aside({ from, to }: Period, campaign: Campaign, other: Campaign): Period {
  const days = daysBetween(campaign.starts, other.starts);
  return { from: shifted(from, days), to: shifted(to, days) };
}
