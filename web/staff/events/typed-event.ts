import { changedTexts, type OwnTexts, textsOf } from "./event-texts.ts";
import type { StaffEvent } from "./staff-event.ts";

/** What an organizer types; times are local ones of the event's place, a fold says which of two is meant. */
export interface TypedEvent {
  /** The version that was opened: what has changed since is not written over. */
  version: number;
  texts: OwnTexts;
  starts: string;
  ends: string;
  startsFold: string;
  endsFold: string;
  timeZone: string;
  placeName: string;
  placeCountry: string;
  online: boolean;
  joinLink: string;
  organizer: string;
  languages: string;
  accessibility: string;
}

export function typedOf(event: StaffEvent): TypedEvent {
  return {
    version: event.version,
    texts: textsOf(event),
    starts: event.starts,
    ends: event.ends,
    startsFold: "",
    endsFold: "",
    timeZone: event.timeZone,
    placeName: event.place?.name ?? "",
    placeCountry: event.place?.country ?? "",
    online: event.online,
    joinLink: event.joinLink ?? "",
    organizer: event.organizer ?? "",
    languages: event.languages?.join(", ") ?? "",
    accessibility: event.accessibility ?? "",
  };
}

/** What was changed, and nothing else: what is not sent stays. */
export function changesOf(event: StaffEvent, typed: TypedEvent): Record<string, unknown> {
  const before = typedOf(event);
  const { placeName, placeCountry, version, texts, languages, startsFold, endsFold, ...fields } = typed;
  const changed = Object.entries(fields).filter(
    ([name, value]) => value !== before[name as keyof TypedEvent],
  );
  const isMoved = placeName !== before.placeName || placeCountry !== before.placeCountry;
  const place = placeName.trim() ? { name: placeName, country: placeCountry } : null;
  return {
    ...Object.fromEntries(changed),
    ...(languages !== before.languages && languages.trim() && { languages }),
    ...(startsFold && { startsFold, starts: typed.starts }),
    ...(endsFold && { endsFold, ends: typed.ends }),
    ...(isMoved && { place }),
    texts: changedTexts(before.texts, texts),
    version,
  };
}

/** Whether everybody registered will be written to, as far as the page can tell. */
export function isMove(event: StaffEvent, typed: TypedEvent): boolean {
  const before = typedOf(event);
  return (["starts", "ends", "timeZone", "placeName", "placeCountry", "online", "joinLink"] as const).some(
    (name) => before[name] !== typed[name],
  );
}
