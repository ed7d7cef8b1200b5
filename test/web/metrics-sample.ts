import type { Metrics } from "../../shared/contracts/metrics.ts";

const steps = { seen: 400, submitted: 100, sent: 98, delivered: 95, confirmed: 70, attended: 12, kept: 0 };
const none = { seen: 0, submitted: 0, sent: 0, delivered: 0, confirmed: 0, attended: 0, kept: 0 };
const outcomes = {
  ...{ sent: 200, refused: 1, unknown: 1, suppressed: 2 },
  ...{ delivered: 190, bounced: 4, complained: 0 },
};

/** An answer of `GET /api/staff/metrics` with a bit of everything; two campaigns, one of them hostile. */
export const metrics: Metrics = {
  asOf: "2027-10-11T12:00:00.000Z",
  from: "2027-10-10",
  to: "2027-10-11",
  campaigns: [
    {
      ...{ scope: "campaign.the-day", title: "The Day", state: "published" },
      ...{
        starts: "2027-10-21",
        ends: "2027-10-21",
        people: 1_070,
        actions: 1_170,
        reported: 40,
        goal: 4_000,
      },
      perDay: 35.5,
      outlook: { says: "after-the-end", on: "2028-01-01" },
    },
    {
      ...{ scope: "campaign.before", title: `=HYPERLINK("x")<script>`, state: "closed" },
      ...{ starts: "2026-10-21", ends: "2026-10-21", people: 900, actions: 900, reported: 0, goal: null },
      perDay: 0,
      outlook: { says: "no-goal", on: null },
    },
  ],
  campaign: {
    ...{ scope: "campaign.the-day", from: "2027-10-10", to: "2027-10-11" },
    funnel: {
      total: steps,
      byDay: [
        { day: "2027-10-10", ...none },
        { day: "2027-10-11", ...steps },
      ],
      by: {
        country: {
          CH: { seen: null, submitted: 60, confirmed: 40 },
          unknown: { seen: null, submitted: 40, confirmed: 30 },
        },
        language: { ar: { seen: 400, submitted: 100, confirmed: 70 } },
        source: { other: { seen: 400, submitted: 100, confirmed: 70 } },
      },
      ...{ askedAgain: 3, waitlisted: 2, withdrawn: 1 },
    },
    points: [
      { day: "2027-10-10", people: 1_000, actions: 1_100 },
      { day: "2027-10-11", people: 1_070, actions: 1_170 },
    ],
    sources: { newsletter: 1_000, unknown: 70 },
    referred: 12,
  },
  compared: null,
  mails: {
    total: outcomes,
    byDay: [{ day: "2027-10-11", ...outcomes }],
    byKind: { confirm: outcomes },
    waited: { "10s": 190, "1m": 10, "10m": 0, "1h": 0, "1d": 0, longer: 0 },
    queues: [
      { name: "confirmation", waiting: 3, inHand: 1, last: { at: "2027-10-21T09:59:00Z", waitedSeconds: 4 } },
      { name: "bulk", waiting: 0, inHand: 0, last: null },
    ],
    unsettled: 1,
  },
  membership: {
    members: 80,
    by: { kind: { company: 50, expert: 30 }, country: { CH: 80 } },
    applications: {
      ...{ seen: 30, submitted: 4, approved: 2, declined: 1, left: 0 },
      by: { kind: { company: 4 }, country: { CH: 4 } },
      byDay: [{ day: "2027-10-11", seen: 30, submitted: 4, approved: 2, declined: 1 }],
    },
    waiting: { count: 1, oldest: "2027-10-09T12:00:00.000Z" },
    decisions: { count: 3, medianHours: 20, slowestTenthHours: 47.5 },
  },
  events: {
    ...{ proposed: 2, published: 1, closed: 0, cancelled: 0 },
    seats: { offered: 25, taken: 20 },
    attendance: { due: 1, reported: 0, missing: 1 },
    events: [
      {
        ...{ slug: "workshop", title: "A workshop", state: "published", capacity: 25, registered: 20 },
        ...{ startsAt: "2027-10-10T10:00:00Z", endsAt: "2027-10-10T12:00:00Z", reported: 0 },
        attendance: "missing",
      },
    ],
  },
  signables: [
    { kind: "statement", slug: "2027", title: "A statement", state: "published", signed: 1_200_000 },
  ],
};
