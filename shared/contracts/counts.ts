import * as z from "zod";

const figure = z.number().int().nonnegative();

export const Breakdown = z.record(z.string(), figure);

/** The figures of one scope. `asOf` is when they were read. */
export const Count = z.object({
  scope: z.string(),
  people: figure.meta({ description: "Distinct confirmed people." }),
  actions: figure.meta({ description: "Confirmed participations." }),
  reported: figure.meta({
    description: "Attendance that organizers reported; in neither people nor actions.",
  }),
  kept: figure.optional().meta({
    description: "Of a pledge alone: how many of its actions their people say they have kept.",
  }),
  goal: figure.nullable(),
  asOf: z.iso.datetime(),
});

const stale = z
  .literal(true)
  .optional()
  .meta({ description: "Present where the newest figures could not be read: these are those of asOf." });

export const ScopeCount = Count.extend({
  by: z.object({ country: Breakdown, language: Breakdown }).meta({
    description:
      "People by country and language; cells below five are folded into other. A campaign or the coalition shows of a " +
      "cell what is shown within it where it has fewer than five more, and has its cells some seconds later than its people.",
  }),
  members: figure.optional(),
  membersBy: z.object({ kind: Breakdown, country: Breakdown }).optional(),
  stale,
});
export type ScopeCount = z.infer<typeof ScopeCount>;

export const Counts = z.object({ asOf: z.iso.datetime(), counts: z.array(Count), stale });
export type Counts = z.infer<typeof Counts>;

const moment = z.union([z.iso.date(), z.iso.datetime()], "not-a-date");

/** What a history is asked for by. */
export const HistoryQuery = z.object({
  by: z.enum(["hour", "day"]).default("hour"),
  from: moment.optional().meta({
    description:
      "A day or a moment (ISO 8601, UTC). At most 744 hours or 1,098 days. Unless said: a week by hour, a year by day.",
  }),
  to: moment.optional().meta({ description: "A day or a moment, included; unless said, now." }),
});

/** What a badge is asked for by. */
export const BadgeQuery = z.object({
  locale: z
    .string()
    .max(35, "too-long")
    .optional()
    .meta({ description: "BCP 47, such as ar; else English." }),
});

/** Running totals at the end of each UTC hour or day in which something changed. */
export const History = z.object({
  scope: z.string(),
  by: z.enum(["hour", "day"]),
  points: z.array(z.object({ at: z.iso.datetime(), people: figure, actions: figure })),
  stale,
});
export type History = z.infer<typeof History>;
