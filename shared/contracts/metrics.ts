import * as z from "zod";
import { mailOutcomes, waits } from "../domain/mail-figures.ts";
import { outlooks } from "../domain/outlook.ts";
import { isSlug } from "../domain/scope.ts";

const figure = z.number().int();
const count = figure.nonnegative();
const day = z.iso.date();
const cells = z.record(z.string(), count);

const slug = z.string().refine(isSlug, "not-valid");

/** How the metrics are asked for. */
export const MetricsQuery = z.object({
  campaign: slug
    .optional()
    .meta({ description: "A campaign's slug; unless said, the first that is published." }),
  compare: slug.optional().meta({ description: "Another campaign's slug, shown day by day beside it." }),
  from: z.iso
    .date("not-a-date")
    .optional()
    .meta({ description: "A day (UTC); unless said, 27 days before `to`." }),
  to: z.iso.date("not-a-date").optional().meta({ description: "A day (UTC), included; unless said, today." }),
});
export type MetricsQuery = z.infer<typeof MetricsQuery>;

const approximate = "Approximate: added once a batch; a batch whose worker died may be in it twice.";

const seenDescription =
  "Views of the form, as scripts of the pages told. Approximate: one in so many tells, and stands for them; none of browsers without script or with Global Privacy Control or Do Not Track.";

/** One campaign at a glance. The three figures are those of the public counts, asked by the same question. */
export const CampaignLine = z.object({
  scope: z.string(),
  title: z.string(),
  state: z.string(),
  starts: day,
  ends: day,
  people: count,
  actions: count,
  reported: count,
  goal: count.nullable(),
  perDay: z.number().meta({ description: "People a day over the last week, net of who left." }),
  outlook: z.object({ says: z.enum(outlooks), on: day.nullable() }),
});
export type CampaignLine = z.infer<typeof CampaignLine>;

/** The ways that participations went in a period. */
export const FunnelSteps = z.object({
  seen: count.meta({ description: seenDescription }),
  submitted: count.meta({ description: `Signups taken in. ${approximate}` }),
  sent: count.meta({ description: `Mails with a link to confirm that went out. ${approximate}` }),
  delivered: count.meta({ description: `Those of them that a mail host took. ${approximate}` }),
  confirmed: figure.meta({ description: "Counted in this time, less those who left in it. Exact." }),
  attended: figure.meta({ description: "Exact." }),
  kept: figure.meta({ description: "Pledges that were kept. Exact." }),
});
export type FunnelSteps = z.infer<typeof FunnelSteps>;

/** By country, language or source, which no mail is told apart by. */
export const CellSteps = FunnelSteps.pick({ submitted: true, confirmed: true }).extend({
  seen: count.nullable().meta({ description: `${seenDescription} Null by country, which none tells.` }),
});

const cellSteps = z.record(z.string(), CellSteps);

export const CampaignMetrics = z.object({
  scope: z.string(),
  from: day,
  to: day,
  funnel: z.object({
    total: FunnelSteps,
    byDay: z.array(FunnelSteps.extend({ day })),
    by: z.object({ country: cellSteps, language: cellSteps, source: cellSteps }),
    askedAgain: count.meta({ description: `Asked for another mail. ${approximate}` }),
    waitlisted: count.meta({ description: approximate }),
    withdrawn: count.meta({ description: approximate }),
  }),
  points: z
    .array(z.object({ day, people: count, actions: count }))
    .meta({ description: "Running totals at the end of each day, as in the public history." }),
  sources: cells.meta({ description: "What all confirmed people came from, as counted now. Exact." }),
  referred: count.meta({ description: "Confirmed participations that another's link brought. Exact." }),
});
export type CampaignMetrics = z.infer<typeof CampaignMetrics>;

const outcomes = z.object(
  Object.fromEntries(mailOutcomes.map((outcome) => [outcome, count])) as Record<
    (typeof mailOutcomes)[number],
    typeof count
  >,
);

export const MailMetrics = z.object({
  total: outcomes.meta({ description: approximate }),
  byDay: z.array(outcomes.extend({ day })),
  byKind: z.record(z.string(), outcomes),
  waited: z
    .object(Object.fromEntries(waits.map(([name]) => [name, count])) as Record<string, typeof count>)
    .meta({ description: `How long sent mails had been owed, at most. ${approximate}` }),
  queues: z.array(
    z.object({
      name: z.enum(["confirmation", "bulk"]),
      waiting: count,
      inHand: count.meta({ description: "A mailer has them just now, or waits before it tries again." }),
      last: z
        .object({
          at: z.iso.datetime(),
          waitedSeconds: count.meta({ description: "How long it had been owed then." }),
        })
        .nullable()
        .meta({ description: "The mail that went out last, to five seconds; null where none has yet." }),
    }),
  ),
  unsettled: count.meta({ description: "Mails of which nobody knows yet whether they went out." }),
});
export type MailMetrics = z.infer<typeof MailMetrics>;

export const MemberMetrics = z.object({
  members: count,
  by: z.object({ kind: cells, country: cells }),
  applications: z.object({
    seen: count.meta({ description: seenDescription }),
    submitted: count,
    approved: count,
    declined: count,
    left: count,
    by: z.object({ kind: cells, country: cells }),
    byDay: z.array(z.object({ day, seen: count, submitted: count, approved: count, declined: count })),
  }),
  waiting: z.object({ count, oldest: z.iso.datetime().nullable() }),
  decisions: z.object({
    count,
    medianHours: z.number().nullable(),
    slowestTenthHours: z
      .number()
      .nullable()
      .meta({ description: "Nine of ten were decided within this. Decisions are kept for half a year." }),
  }),
});
export type MemberMetrics = z.infer<typeof MemberMetrics>;

const EventLine = z.object({
  slug: z.string(),
  title: z.string(),
  state: z.string(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  capacity: count.nullable(),
  registered: count,
  reported: count,
  attendance: z.enum(["not-yet", "reported", "missing"]),
});

export const EventMetrics = z.object({
  proposed: count.meta({ description: "Waiting for a decision." }),
  published: count,
  closed: count,
  cancelled: count,
  seats: z.object({ offered: count, taken: count }).meta({ description: "Of events of limited capacity." }),
  attendance: z.object({ due: count, reported: count, missing: count }),
  events: z.array(EventLine),
});
export type EventMetrics = z.infer<typeof EventMetrics>;

/** Pledges and statements, and how often each is signed. */
export const SignableMetrics = z.array(
  z.object({
    kind: z.enum(["pledge", "statement"]),
    slug: z.string(),
    title: z.string(),
    state: z.string(),
    signed: count,
  }),
);
export type SignableMetrics = z.infer<typeof SignableMetrics>;

export const Metrics = z.object({
  asOf: z.iso.datetime(),
  from: day,
  to: day,
  campaigns: z.array(CampaignLine),
  campaign: CampaignMetrics.nullable(),
  compared: CampaignMetrics.nullable(),
  mails: MailMetrics,
  membership: MemberMetrics,
  events: EventMetrics,
  signables: SignableMetrics,
});
export type Metrics = z.infer<typeof Metrics>;
