import type { StaffEvent } from "./staff-event.ts";

/** What every form on an event's page is given. */
export interface Acting {
  event: StaffEvent;
  /** It was done; the text says so, and the event is read anew. */
  done: (text: string) => void;
  /** Reads it anew, since somebody else has changed it. */
  again: () => void;
}

export function eventPath({ slug }: StaffEvent, verb?: string): string {
  return `events/${encodeURIComponent(slug)}${verb ? `/${verb}` : ""}`;
}
