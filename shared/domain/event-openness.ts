import { ActionClosed } from "./refused.ts";

/** Whether an event takes people in. Pure; `now` decides when it is over. */
export type EventStatus = "open" | "closed" | "past" | "cancelled";

export function eventStatus(event: { state: string; endsAt: string }, now: Date): EventStatus {
  if (event.state === "cancelled") return "cancelled";
  if (new Date(event.endsAt) <= now) return "past";
  return event.state === "published" ? "open" : "closed";
}

/** Throws `ActionClosed`, with the word for why, where the event takes nobody in. */
export function mustBeOpen(status: EventStatus): void {
  if (status !== "open") throw new ActionClosed(`action-${status}`);
}
