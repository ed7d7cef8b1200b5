import * as z from "zod";
import { participationStates } from "../domain/participation-states.ts";
import { parseScope, scopeKinds } from "../domain/scope.ts";
import { locales } from "../locales/languages.ts";
import { publicStates } from "../table/scope.ts";
import { country, email, line } from "./fields.ts";
import { campaignSlug, cursor, words } from "./list-query.ts";

/** The states of those who stand in an action's lists. */
export const registrantStates = ["confirmed", "waitlisted", "attended", "kept"] as const;

export const RegistrantsListQuery = z.object({
  scope: z
    .string("required")
    .refine((text) => (parseScope(text) ?? "coalition") !== "coalition", "not-valid")
    .meta({ description: "A campaign, event, pledge or statement, such as `event.encryption-workshop`." }),
  state: z.enum(registrantStates).optional(),
  name: words("the name that they gave"),
  country: country.optional(),
  language: z.enum(locales).optional(),
  cursor,
});
export type RegistrantsListQuery = z.infer<typeof RegistrantsListQuery>;

/** One who stands in a list, with the name that they gave and without their address: that is in their own file. */
export const ListedRegistrant = z.object({
  person: z.string().meta({ description: "The keyed hash that they are known by." }),
  scope: z.string(),
  name: z.string().optional(),
  state: z.enum(participationStates),
  country: z.string().optional(),
  locale: z.string(),
  source: z.string().optional(),
  updates: z.boolean().meta({ description: "Whether they may be sent news." }),
  since: z.string().meta({ description: "When they confirmed, or came into the line." }),
});
export type ListedRegistrant = z.infer<typeof ListedRegistrant>;

const titles = z
  .record(z.string(), z.record(z.string(), z.string()))
  .meta({ description: "What each scope that is named is called, by language." });

export const RegistrantsList = z.object({
  items: z.array(ListedRegistrant),
  titles,
  next: z.string().nullable(),
});
export type RegistrantsList = z.infer<typeof RegistrantsList>;

export const ScopesQuery = z.object({
  kind: z.enum(scopeKinds).optional(),
  state: z.enum(publicStates).optional(),
  title: words("the title in any language or the scope"),
  campaign: campaignSlug,
  cursor,
});
export type ScopesQuery = z.infer<typeof ScopesQuery>;

/** What people take part in, with how many do. */
export const ScopeList = z.object({
  items: z.array(
    z.object({
      scope: z.string(),
      kind: z.enum(scopeKinds),
      title: z.record(z.string(), z.string()),
      state: z.string(),
      date: z.string().meta({ description: "The day that it is listed by." }),
      people: z.int(),
      actions: z.int(),
    }),
  ),
  next: z.string().nullable(),
});
export type ScopeList = z.infer<typeof ScopeList>;

/** An address stands in a body and never in a URL, which is written down in too many places. */
export const PersonSearch = z.object({ email });
export const PersonFound = z.object({ person: z.string() });

/** All that is kept of one person. */
export const PersonFile = z.object({
  person: z.string(),
  email: z.string(),
  createdAt: z.string(),
  participations: z.array(
    ListedRegistrant.omit({ person: true }).extend({
      verbs: z.array(z.enum(["withdraw"])),
    }),
  ),
  titles,
  members: z
    .array(z.object({ id: z.string(), name: z.string() }))
    .meta({ description: "Members, and organizations that apply, for which they speak." }),
  mails: z.object({
    stopped: z.array(z.string()).meta({ description: "What they want no mails about." }),
    undeliverable: z.string().nullable(),
  }),
});
export type PersonFile = z.infer<typeof PersonFile>;

export const personVerbs = ["withdraw", "stop-mails", "erase"] as const;

/** Why, as the audit list is to have it: no name and no address in it. */
const because = { reason: line(200).optional() };
export const PersonAct = z.object(because);
export const Withdrawal = z.object({ ...because, scope: z.string("required") });
