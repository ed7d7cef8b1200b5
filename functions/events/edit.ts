import type { EventEdit } from "../../shared/contracts/proposal.ts";
import { isMoved } from "../../shared/domain/event-changes.ts";
import { EventNotPossible, eventAnswer } from "../../shared/domain/event-states.ts";
import { timesOf } from "../../shared/domain/event-times.ts";
import { ChangedMeanwhile, InvalidRequest } from "../../shared/domain/refused.ts";
import { changeEvent } from "../../shared/table/change-event.ts";
import type { Event } from "../../shared/table/scope.ts";
import { type Deciding, staffEvent, telling } from "./decide.ts";
import { firstText, withTexts } from "./event-texts.ts";

/**
 * Changes what describes an event, on the version that the organizer looked at. A new time or place raises the
 * calendar's sequence, by which everybody registered is written to.
 */
export async function editEvent(
  { table, clock, id }: Deciding,
  { slug, edit, who }: { slug: string; edit: EventEdit; who: string },
): Promise<Event> {
  const now = clock();
  const before = await staffEvent(table, slug);
  const answer = eventAnswer("edit", before.state);
  if ("refuse" in answer) throw new EventNotPossible(answer.refuse);
  if (before.version !== edit.version) throw new ChangedMeanwhile();
  const after = await edited(before, edit, now);
  if (!after.online && !after.place)
    throw new InvalidRequest([{ pointer: "/place/name", reason: "online-or-a-place" }]);
  const moved = isMoved(before, after);
  const next = moved ? { ...after, sequence: before.sequence + 1 } : after;
  const act = { subject: before.scope, who, act: moved ? "event.move" : "event.edit" };
  const isTold = moved && (before.state === "published" || before.state === "closed");
  const also = isTold ? [telling(table, next, "event-moved")] : [];
  return changeEvent(table, { before, after: next, act: { act, at: now, id: id() }, also });
}

/** The event with what was given in place of what stood there; throws `InvalidRequest` for impossible times. */
async function edited(before: Event, edit: EventEdit, now: Date): Promise<Event> {
  const { version: _v, title, summary, description, texts, startsFold, endsFold, place, ...plain } = edit;
  const { joinLink, organizer, accessibility, ...fields } = plain;
  const after: Event = {
    ...before,
    ...given(fields),
    ...taken({ joinLink, organizer, accessibility }),
    ...(await withTexts(before, { ...texts, ...firstText(before, { title, summary, description }) })),
    ...(place !== undefined && { place: place ?? undefined }),
    // Somebody else's name is not the member's.
    ...(organizer !== undefined && organizer !== before.organizer && { member: undefined }),
    changedAt: now.toISOString(),
  };
  const isTimed = edit.starts !== undefined || edit.ends !== undefined || edit.timeZone !== undefined;
  if (!isTimed) return after;
  const { starts, ends, timeZone } = after;
  const times = timesOf({ starts, ends, timeZone, startsFold, endsFold }, now);
  if ("problems" in times) throw new InvalidRequest(times.problems);
  return { ...after, ...times };
}

/** An empty text takes away what stood there. */
function taken<Fields extends object>(fields: Fields): Partial<Fields> {
  const entries = Object.entries(given(fields)).map(([name, value]) => [name, value || undefined]);
  return Object.fromEntries(entries) as Partial<Fields>;
}

function given<Fields extends object>(fields: Fields): Partial<Fields> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Partial<Fields>;
}
