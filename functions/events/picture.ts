import type { EventPicture } from "../../shared/contracts/proposal.ts";
import { EventNotPossible, eventAnswer } from "../../shared/domain/event-states.ts";
import { ChangedMeanwhile, InvalidRequest, NotFound } from "../../shared/domain/refused.ts";
import { drawnFrom, keepPicture, type PictureDesk } from "../../shared/pictures/take.ts";
import { pictureWithin } from "../../shared/pictures/within.ts";
import { changeEvent } from "../../shared/table/change-event.ts";
import type { Event } from "../../shared/table/scope.ts";
import { type Deciding, staffEvent } from "./decide.ts";

export interface Picturing extends Deciding {
  pictures: PictureDesk;
}

/** What an event is to show: bytes as they were sent (null: nothing any more; none: the same as now), and what they show. */
export type Shown = Pick<EventPicture, "picture" | "alt"> & { who: string };

/** Another picture, or other words for it, on the version that the organizer looked at. */
export async function editPicture(
  picturing: Picturing,
  { slug, edit, who }: { slug: string; edit: EventPicture; who: string },
): Promise<Event> {
  const before = await staffEvent(picturing.table, slug);
  const answer = eventAnswer("edit", before.state);
  if ("refuse" in answer) throw new EventNotPossible(answer.refuse);
  if (before.version !== edit.version) throw new ChangedMeanwhile();
  return showPicture(picturing, before, { ...edit, who });
}

/**
 * The picture itself, within the answer: what the public does not see yet has no address. Throws `NotFound` where the event
 * has none.
 */
export async function keptPicture({ pictures }: Picturing, { picture }: Event): Promise<{ url: string }> {
  const url = picture && (await pictureWithin(pictures.store, picture.path));
  if (!url) throw new NotFound();
  return { url };
}

/** The former one is removed when the table's stream says that nobody holds it (`functions/pictures`). */
export async function showPicture(
  { table, pictures, clock, id }: Picturing,
  before: Event,
  { picture: sent, alt, who }: Shown,
): Promise<Event> {
  const now = clock();
  const drawn = sent && (await drawnFrom(pictures, sent, "/picture"));
  const { scope } = before;
  const kept = drawn
    ? await keepPicture({ table, store: pictures.store }, { owner: scope, drawn }, now)
    : before.picture;
  if (sent !== null && !kept) throw new InvalidRequest([{ pointer: "/picture", reason: "required" }]);
  const picture = sent === null ? undefined : kept && { ...kept, alt: { ...before.picture?.alt, ...alt } };
  const after = { ...before, picture, changedAt: now.toISOString() };
  const act = { subject: scope, who, act: sent === null ? "event.picture-removed" : "event.picture" };
  return changeEvent(table, { before, after, act: { act, at: now, id: id() } });
}
