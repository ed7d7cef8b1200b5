import type { Event } from "../../../shared/table/scope.ts";

/**
 * An event as the staff API shows it. On its own page alone: its seats (null where it has no limit), its figures, and what
 * was reported.
 */
export type StaffEvent = Omit<Event, "pk" | "sk" | "entity" | "kind" | "listPk" | "listSk" | "expiresAt"> & {
  seats?: { taken: number; free: number } | null;
  figures?: { registered: number; attended: number; waiting: number };
  report?: { reported: number; evidence: string; reportedAt: string };
};

export const eventDecisions = ["approved", "question", "declined"] as const;
export type EventDecision = (typeof eventDecisions)[number];

export const eventVerbs = ["publish", "close", "cancel"] as const;
export type EventVerb = (typeof eventVerbs)[number];

/** What can be done beside deciding, in a state; the state table of the API decides. */
export function possibleVerbs(state: StaffEvent["state"]): EventVerb[] {
  const possible: Partial<Record<string, EventVerb[]>> = {
    draft: ["publish"],
    declined: ["publish"],
    published: ["close", "cancel"],
    closed: ["publish", "cancel"],
  };
  return possible[state] ?? [];
}

export function titleOf({ title, slug }: Pick<StaffEvent, "title" | "slug">): string {
  return title.en ?? Object.values(title)[0] ?? slug;
}
