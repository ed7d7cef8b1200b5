import type { Participation } from "../table/participation.ts";
import type { OwedMail } from "./owed.ts";

/** Mails about seats: in line, a seat on offer, an offer that lapsed. One person waits for each: none is bulk. */
export const seatMailKinds = ["waitlisted", "seat-offered", "seat-passed"] as const;
export type SeatMailKind = (typeof seatMailKinds)[number];

/** Which of them a change of a participation owes. Pure. */
export function owedBySeats(before: Participation | undefined, after: Participation): OwedMail[] {
  const kind = kindOwed(before, after);
  const asked = after.asks > (before?.asks ?? 0) && after.state === "waitlisted";
  const mail = { person: after.person, subject: after.scope, owedAt: after.changedAt };
  return [
    ...(kind ? [{ ...mail, kind, occurrence: after.version }] : []),
    ...(asked ? [{ ...mail, kind: "waitlisted" as const, occurrence: after.asks }] : []),
  ];
}

function kindOwed(before: Participation | undefined, after: Participation): SeatMailKind | undefined {
  if (before?.state === after.state) return undefined;
  if (after.state === "offered") return "seat-offered";
  if (before?.state === "pending" && after.state === "waitlisted") return "waitlisted";
  return before?.state === "offered" && lapsed(before, after) ? "seat-passed" : undefined;
}

/** One who withdraws from an offer in time knows that they did. */
function lapsed({ offeredUntil = "" }: Participation, after: Participation): boolean {
  return (after.state === "waitlisted" || after.state === "withdrawn") && offeredUntil <= after.changedAt;
}
