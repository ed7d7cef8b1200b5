import { ActionClosed } from "./refused.ts";

/** Whether a pledge or a statement takes signatures. Pure; `now` decides when its closing date has come. */
export type SigningStatus = "open" | "closed" | "cancelled";

export function signingStatus(
  action: { state: string; closesAt?: string | null | undefined },
  now: Date,
): SigningStatus {
  if (action.state === "cancelled") return "cancelled";
  const over = action.closesAt != null && new Date(action.closesAt) <= now;
  return action.state === "published" && !over ? "open" : "closed";
}

/** Throws `ActionClosed`, with the word for why, where it takes nobody in. */
export function mustTakeSignatures(status: SigningStatus): void {
  if (status !== "open") throw new ActionClosed(`action-${status}`);
}
