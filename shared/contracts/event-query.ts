import * as z from "zod";
import { eventStates } from "../domain/event-states.ts";
import { isSlug } from "../domain/scope.ts";
import { country } from "./fields.ts";
import { campaignSlug, cursor, words } from "./list-query.ts";

/** The filters of the lists of events; an empty one, as a form sends it, is none. */
const given = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

export const eventFilters = {
  from: given(z.iso.date("not-a-date")).meta({ description: "First day, such as 2027-10-21." }),
  to: given(z.iso.date("not-a-date")).meta({ description: "Last day." }),
  country: given(country),
  language: given(z.string().regex(/^[a-z]{2,3}$/, "not-a-language-tag")),
  online: given(z.enum(["true", "false"]).transform((value) => value === "true")),
  past: given(z.enum(["true", "false"]).transform((value) => value === "true")).meta({
    description: "Those that are over, the latest first; others leave the list when they end or are closed.",
  }),
  campaign: given(z.string().refine(isSlug, "not-a-slug")),
};

export const EventQuery = z.object({
  ...eventFilters,
  cursor,
});

/** Proposals are no business of the staff's before their address is confirmed. */
const { options } = z.enum(eventStates).exclude(["unverified"]);

/** How staff look for events. */
export const StaffEventsQuery = z.object({
  state: z
    .enum([...options, "any"])
    .default("submitted")
    .meta({ description: "`any` looks through one state after the other." }),
  title: words("the title in any language, the address or the organizer"),
  campaign: campaignSlug,
  country: eventFilters.country.meta({ description: "Of its place, ISO 3166-1 alpha-2.", example: "SN" }),
  language: eventFilters.language.meta({ description: "In which it is held, ISO 639.", example: "fr" }),
  online: eventFilters.online.meta({ description: "Whether one can take part from afar." }),
  cursor,
});
export type StaffEventsQuery = z.infer<typeof StaffEventsQuery>;

/** The states that a query asks for, in the order in which they are looked through. */
export function statesAsked({ state }: Pick<StaffEventsQuery, "state">) {
  return state === "any" ? options : ([state] as const);
}
