import type { Proposal } from "../../shared/contracts/proposal.ts";
import { safeHtml } from "../../shared/domain/safe-markdown.ts";
import { shardsFor } from "../../shared/domain/seats.ts";
import { scopeKey } from "../../shared/table/keys.ts";
import type { Picture } from "../../shared/table/picture.ts";
import { type Event, scopePlace } from "../../shared/table/scope.ts";

/** How long a proposal waits for its address to be confirmed. */
const unverifiedDays = 7;

/** An event as it was proposed: seen by nobody until its address is confirmed. */
export async function proposedEvent(
  wanted: Proposal,
  known: Pick<Event, "slug" | "campaign" | "startsAt" | "endsAt"> & {
    proposer: string;
    proposerLocale: string;
    asks: number;
    picture: Picture | undefined;
  },
  now: Date,
): Promise<Event> {
  const scope = `event.${known.slug}` as const;
  const { title, summary, online = false, capacity = null, pictureAlt } = wanted;
  const { picture, ...plain } = known;
  // The page's language is the best guess; staff put right what was written in another.
  const language = known.proposerLocale;
  const { description, languages, joinLink, organizer, accessibility, place, starts, ends, timeZone } =
    wanted;
  return {
    ...scopeKey(scope),
    sk: "DETAILS",
    entity: "scope",
    kind: "event",
    scope,
    state: "unverified",
    version: 1,
    sequence: 0,
    ...{ title: { [language]: title }, summary: { [language]: summary } },
    ...{ online, capacity, starts, ends, timeZone },
    ...(description && {
      description: { [language]: description },
      descriptionHtml: { [language]: await safeHtml(description) },
    }),
    ...{ languages, joinLink, organizer, accessibility, place },
    ...(capacity !== null && { seatShards: shardsFor(capacity) }),
    ...plain,
    ...(picture && pictureAlt !== undefined && { picture: { ...picture, alt: { [language]: pictureAlt } } }),
    changedAt: now.toISOString(),
    expiresAt: Math.floor(now.getTime() / 1000) + unverifiedDays * 86_400,
    ...scopePlace({ kind: "event", state: "unverified", scope }, known.startsAt),
  };
}
