import * as z from "zod";
import { Breakdown } from "./counts.ts";
import { cursor } from "./list-query.ts";

const figure = z.number().int().nonnegative();
const link = z.object({ name: z.string(), url: z.url() });

/** What one thing that is counted came to at the end of a day. */
export const OpenScope = z.object({
  scope: z.string(),
  people: figure,
  actions: figure,
  reported: figure,
  by: z.object({ country: Breakdown, language: Breakdown }).meta({
    description:
      "People, rounded: a cell is named from ten on and rounded down to a multiple of five; other is the rest.",
  }),
});
export type OpenScope = z.infer<typeof OpenScope>;

/** One day, UTC: running totals at its end. A day that is not over is not final. */
export const OpenDay = z.object({
  day: z.iso.date(),
  final: z.boolean(),
  licence: link,
  scopes: z.array(OpenScope),
});
export type OpenDay = z.infer<typeof OpenDay>;

/** What there is, and what it means. */
export const OpenDataList = z.object({
  title: z.string(),
  description: z.string(),
  licence: link,
  columns: z.array(z.object({ name: z.string(), description: z.string() })),
  items: z.array(z.object({ day: z.iso.date(), final: z.boolean(), csv: z.url(), json: z.url() })),
  next: z.string().nullable(),
});
export type OpenDataList = z.infer<typeof OpenDataList>;

export const OpenDataQuery = z.object({
  cursor,
});

export const licence = {
  name: "CC0 1.0",
  url: "https://creativecommons.org/publicdomain/zero/1.0/",
} as const;
